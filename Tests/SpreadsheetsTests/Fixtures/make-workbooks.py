# Writes the workbooks beside it, as other programs than ours write them, and some that nobody should.
# pip install openpyxl; libreoffice-calc for one of them; python3 make-workbooks.py
import datetime
import subprocess
import zipfile

import openpyxl

# As openpyxl writes: shared texts, targets from the root, formulas without values.
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Cells & more"
sheet["A1"] = "a text"
sheet["B1"] = "_x0041_ é < & 😀"
sheet["C1"] = 12.5
sheet["D1"] = True
sheet["E1"] = "=1+1"
sheet["F1"] = "#REF!"
sheet["F1"].data_type = "e"
sheet["AA30"] = -3
sheet["A3"] = "12"
sheet["B3"] = datetime.date(2020, 4, 15)
hidden = book.create_sheet("hidden one")
hidden.sheet_state = "hidden"
hidden["A1"] = "a text"
book.save("openpyxl.xlsx")

# The same through LibreOffice, which works the formulas out.
subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "lo", "openpyxl.xlsx"], check=True)
subprocess.run(["mv", "lo/openpyxl.xlsx", "libreoffice.xlsx"], check=True)
subprocess.run(["rmdir", "lo"], check=True)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def pack(name, sheet, workbook=None, **more):
    """A workbook of the parts that a reader needs."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook or f'<x:workbook xmlns:x="{MAIN}" xmlns:q="{OFFICE}"><x:sheets><x:sheet name="One" sheetId="1" q:id="b"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="b" Type="{OFFICE}/worksheet" Target="../xl/sheets/./one.xml"/></Relationships>',
        "xl/sheets/one.xml": sheet,
    }
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in (parts | more).items():
            if text is not None:
                file.writestr(zipfile.ZipInfo(part, (2020, 4, 15, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


# Texts in the cells, prefixes, cells and rows without an address, a text with its reading, a formula with a text.
pack("inline.xlsx", f"""<x:worksheet xmlns:x="{MAIN}"><x:sheetData>
<x:row><x:c t="inlineStr"><x:is><x:r><x:t>two </x:t></x:r><x:r><x:t>parts</x:t></x:r><x:rPh sb="0" eb="1"><x:t>read</x:t></x:rPh></x:is></x:c><x:c><x:v>1.5e1</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row>
<x:row r="4"><x:c r="C4" t="str"><x:f>"a"&amp;"b"</x:f><x:v>ab</x:v></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="s"><x:v>7</x:v></x:c></x:row>
</x:sheetData></x:worksheet>""")
# Entities that grow: ten of ten of ten ...
lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
pack("entities.xlsx", f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>')
# A part that unpacks to thirty million bytes.
pack("bomb.xlsx", f'<worksheet xmlns="{MAIN}">' + " " * 30_000_000 + "</worksheet>")
pack("no-sheet.xlsx", None)
pack("broken-part.xlsx", f'<worksheet xmlns="{MAIN}"><sheetData>\n<row></sheetData></worksheet>')
with zipfile.ZipFile("other.zip", "w") as file:
    file.writestr(zipfile.ZipInfo("readme.txt", (2020, 4, 15, 0, 0, 0)), "nothing")
with zipfile.ZipFile("open-document.ods", "w") as file:
    file.writestr(zipfile.ZipInfo("mimetype", (2020, 4, 15, 0, 0, 0)), "application/vnd.oasis.opendocument.spreadsheet")
