"""Checks the PDF files that `koers pdf` makes of a publication."""

import html
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pypdf import PdfReader

BROKEN = """<!doctype html><html lang="en"><head><title>Broken</title><style>@page{size:A4;margin:20mm}
h2{break-after:auto;margin-top:150mm}svg{width:400mm}</style></head><body><h1>Broken</h1>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 2"><path d="M0 0L10 2"/></svg>
<h2>Alone</h2><p style="break-before:page">Words.</p></body></html>"""


def plain(text):
    """Letters and digits alone: hyphens, spaces and the ends of lines come and go."""
    return "".join(letter for letter in text if letter.isalnum())


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout


def elements(node):
    """Every element of the structure below a node."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, dict) and "/S" in child:
            yield child
            yield from elements(child)


def entries(outline):
    """Every bookmark, whatever it stands under."""
    for entry in outline:
        if isinstance(entry, list):
            yield from entries(entry)
        else:
            yield entry


def headings(reader):
    """The headings by the structure, with the text of each where the reader has it."""
    return [node for node in elements(reader.trailer["/Root"]["/StructTreeRoot"]) if node["/S"] in ("/H1", "/H2", "/H3")]


def trouble(path, notice=None):
    """What is wrong with a file."""
    reader = PdfReader(path)
    root = reader.trailer["/Root"]
    if "/StructTreeRoot" not in root:
        yield "has no tags"
        return
    if "/Lang" not in root:
        yield "does not say its language"
    figures = [node for node in elements(root["/StructTreeRoot"]) if node["/S"] == "/Figure"]
    bare = sum(1 for node in figures if not node.get("/Alt"))
    if bare:
        yield f"has {bare} of {len(figures)} figures without a text"
    # WeasyPrint writes the boxes of figures in pixels of CSS.
    width = float(reader.pages[0].mediabox.width) * 96 / 72
    for node in figures:
        for box in boxes(node):
            if float(box[0]) < 0 or float(box[2]) > width + 1:
                yield "has a figure that is wider than the paper"
    marks = list(entries(reader.outline))
    if len(marks) != len(headings(reader)):
        yield f"has {len(headings(reader))} headings and {len(marks)} bookmarks"
    for number, sheet in enumerate(text_of(path).split("\f")[:-1], start=1):
        if notice and plain(notice) not in plain(sheet):
            yield f"does not say on sheet {number} that it is simulated"
    yield from alone(path, reader)


#: How far below the top of a heading its text must begin, and where the foot of a sheet begins, in points.
BELOW, FOOT = 16, 50


def alone(path, reader):
    """Headings under which nothing stands on their sheet."""
    said = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    words = [[float(top) for top in re.findall(r'<word [^>]*yMin="([-\d.]+)"', sheet)] for sheet in said.split("<page ")[1:]]
    for entry in entries(reader.outline):
        number = reader.get_destination_page_number(entry)
        height = float(reader.pages[number].mediabox.height)
        top = height - float(entry.top)
        if not any(top + BELOW < word < height - FOOT for word in words[number]):
            yield f"has a heading alone at the foot of sheet {number + 1}: {entry.title}"


def boxes(node):
    attributes = node.get("/A")
    attributes = attributes.get_object() if hasattr(attributes, "get_object") else attributes
    for entry in attributes if isinstance(attributes, list) else [attributes]:
        if entry and "/BBox" in entry:
            yield entry["/BBox"]


def missing(path, pages):
    """The headings of the pages that the file lacks."""
    said = plain(text_of(path))
    for page in pages:
        for heading in re.findall(r"<h2(?![^>]*unseen)[^>]*>(.*?)</h2>", page.read_text(encoding="utf-8"), re.S):
            words = html.unescape(re.sub(r"<[^>]*>", "", heading))
            if plain(words) not in said:
                yield f"lacks the heading '{words}' of {page.name}"


def self_test(weasyprint):
    with tempfile.TemporaryDirectory() as scratch:
        page, made = Path(scratch) / "broken.html", Path(scratch) / "broken.pdf"
        page.write_text(BROKEN, encoding="utf-8")
        subprocess.run([weasyprint, "--quiet", "--pdf-tags", str(page), str(made)], check=True)
        said = list(trouble(made, "simulated"))
    wanted = ["figures without a text", "wider than the paper", "alone at the foot", "that it is simulated"]
    wrong = [words for words in wanted if not any(words in line for line in said)]
    for words in wrong:
        print(f"koers: self-test: nothing was said of '{words}': {said}")
    print(f"self-test of the checks of PDF: {len(wanted)} cases, {len(wrong)} wrong")
    return 1 if wrong else 0


def main(weasyprint, koers, pipeline, reports="Reports"):
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        said = []
        for turn in ("first", "second"):
            begun = time.monotonic()
            made = subprocess.run(
                [koers, "pdf", pipeline, "--reports", reports, "--weasyprint", weasyprint, "--output", f"{scratch}/{turn}"],
                capture_output=True, text=True, check=True).stdout.split()
            print(f"{len(made)} files took {time.monotonic() - begun:.1f} s")
            said.append([text_of(path) for path in made])
        if said[0] != said[1]:
            print("koers: the same publication gave another text")
            wrong += 1
        publication = Path(reports) / Path(pipeline).name / "current"
        for path in map(Path, made):
            folder = publication / path.parent.name
            apart = ("slides.html", "bulletin.html", "self-scan.html")
            pages = [folder / "bulletin.html"] if path.name == "bulletin.pdf" else [
                page for page in sorted(folder.glob("*.html")) if page.name not in apart]
            notice = re.search(r'<p class="simulated" role="note">(.*?)</p>', pages[0].read_text(encoding="utf-8"))
            found = list(trouble(path, notice and html.unescape(notice.group(1)))) + list(missing(path, pages))
            print(f"{path.parent.name}/{path.name}: {len(PdfReader(path).pages)} sheets, {len(found)} found")
            for line in found:
                print(f"    {line}")
            wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    tool, *rest = sys.argv[1:]
    sys.exit(self_test(tool) if rest == ["--self-test"] else main(tool, *rest))
