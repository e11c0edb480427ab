"""The page of the self-scan beside the command, on the same random sheets: see check-self-scan."""

import argparse
import asyncio
import csv
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

SHEETS = 1000
SEED = 2029

#: Fills in one sheet as a reader would, by the fields of the page, and reads what it shows.
FILL = """(sheet) => {
  const form = document.getElementById('scan'), result = document.getElementById('result')
  const unit = document.getElementById('unit')
  if (unit) unit.value = sheet.unit
  for (const [name, value] of Object.entries(sheet.answers)) {
    const field = form.elements['q-' + name]
    if (field instanceof RadioNodeList) {
      for (const choice of field) choice.checked = value !== '' && choice.value === value
    } else {
      field.value = value
    }
  }
  form.dispatchEvent(new Event('input', {bubbles: true}))
  const shown = document.getElementById('empty').hidden
  return {
    type: result.dataset.type, first: shown ? result.dataset.first : '',
    shares: shown ? [...document.querySelectorAll('.shares tbody tr')].map(row => row.dataset.share) : [],
    open: [...document.querySelectorAll('[data-open]')].filter(item => !item.hidden && item.dataset.open !== 'unit').length,
    boxes: [...document.querySelectorAll('.box')].filter(box => box.checkVisibility()).length,
  }
}"""


def sheets(model, comma):
    """Random sheets: from empty to complete, of all units and of none."""
    draw = random.Random(SEED)
    made = []
    for number in range(SHEETS):
        part = draw.choice([0, 0.3, 0.7, 1, 1])
        answers = {}
        for question in model["questions"]:
            low, high = question.get("least", 0), question.get("greatest", 50)
            is_open = draw.random() >= part
            if question["transform"] == "identity":
                value = str(draw.randint(int(low), int(high)))
            else:
                value = draw.choice([str(draw.randint(int(low), min(60, int(high)))), f"{draw.uniform(low, min(30, high)):.1f}"])
            answers[question["name"]] = "" if is_open else value
        unit = draw.choice([None] + list(range(len(model["units"])))) if draw.random() < 0.8 else None
        made.append({"sheet": f"s{number}", "unit": unit, "answers": answers})
    # The page takes a decimal comma as well as a point.
    for number, sheet in enumerate(made):
        sheet["typed"] = {
            name: value.replace(".", ",") if comma and number % 2 else value for name, value in sheet["answers"].items()
        }
    return made


def by_command(koers, model_file, model, made):
    """What the command says."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheets.csv"
        names = [question["name"] for question in model["questions"]]
        with open(file, "w", encoding="utf-8", newline="") as target:
            out = csv.writer(target)
            out.writerow(["sheet", "unit"] + names)
            for sheet in made:
                unit = "" if sheet["unit"] is None else model["units"][sheet["unit"]]["unit"]
                out.writerow([sheet["sheet"], unit] + [sheet["answers"][name] for name in names])
        ran = subprocess.run([koers, "assign", "--self-scan", str(model_file), str(file)], capture_output=True, text=True)
    if ran.returncode != 0:
        sys.exit(f"koers: 'koers assign --self-scan' ended with {ran.returncode}:\n{ran.stderr}")
    return list(csv.DictReader(ran.stdout.splitlines()))


async def by_page(page_file, made):
    """What the page shows."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = await browser.new_page(viewport={"width": 320, "height": 640})
        wrong = []
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        await tab.goto(page_file.resolve().as_uri())
        shown = []
        for sheet in made:
            unit = "" if sheet["unit"] is None else str(sheet["unit"])
            shown.append(await tab.evaluate(FILL, {"unit": unit, "answers": sheet["typed"]}))
        await browser.close()
    if wrong:
        sys.exit(f"koers: the page of the self-scan has a script that fails: {wrong[0]}")
    return shown


def differences(model, made, said, shown):
    """What differs, sheet by sheet."""
    found = []
    types = [entry["type"] for entry in model["types"]]
    for sheet, line, seen in zip(made, said, shown):
        shares = [line["share_" + letter] for letter in types]
        where = f"{sheet['sheet']} ({json.dumps(sheet['answers'])}, unit {sheet['unit']})"
        if [float(share) for share in shares if share != ""] != [float(share) for share in seen["shares"]]:
            found.append(f"{where}: shares {shares} by the command, {seen['shares']} on the page")
        if line["type"] != seen["type"]:
            found.append(f"{where}: type '{line['type']}' by the command, '{seen['type']}' on the page")
        if line.get("first", "") != seen["first"]:
            found.append(f"{where}: first '{line.get('first', '')}' by the command, '{seen['first']}' on the page")
        if len(line["open"].split()) != seen["open"]:
            found.append(f"{where}: {len(line['open'].split())} open by the command, {seen['open']} on the page")
        if seen["boxes"] != (1 if line["type"] else 0):
            found.append(f"{where}: {seen['boxes']} types are told of on the page")
    return found


def main():
    parser = argparse.ArgumentParser(prog="Tests/Pages/check-self-scan", description=__doc__)
    parser.add_argument("koers", help="the program")
    parser.add_argument("folder", help="the publication of one wave in one language")
    parser.add_argument("--self-test", action="store_true", help="with a page that counts wrongly, which must be caught")
    wanted = parser.parse_args()
    folder = Path(wanted.folder)
    model_file, page_file = folder / "data" / "self-scan.json", folder / "self-scan.html"
    model = json.loads(model_file.read_text(encoding="utf-8"))
    made = sheets(model, comma=True)
    said = by_command(wanted.koers, model_file, model, made)
    if wanted.self_test:
        with tempfile.TemporaryDirectory() as scratch:
            broken = Path(scratch) / "self-scan.html"
            text = page_file.read_text(encoding="utf-8").replace("squares / 2", "squares / 2.000001")
            # Another script has another digest.
            text = text.replace("script-src 'sha256-", "script-src 'unsafe-inline' 'x-")
            broken.write_text(text, encoding="utf-8")
            found = differences(model, made, said, asyncio.run(by_page(broken, made)))
        print(f"self-scan: a page that counts wrongly differs in {len(found)} places")
        sys.exit(0 if found else 1)
    found = differences(model, made, said, asyncio.run(by_page(page_file, made)))
    empty = sum(1 for line in said if not line["type"])
    seen = sorted({line["type"] for line in said if line["type"]})
    size = page_file.stat().st_size
    print(f"self-scan: {len(made)} sheets ({empty} empty), types {' '.join(seen)}, {size:,} bytes: {len(found)} differences")
    for line in found[:10]:
        print(f"    {line}")
    sys.exit(1 if found or len(seen) < len(model["types"]) else 0)


if __name__ == "__main__":
    main()
