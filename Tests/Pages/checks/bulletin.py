"""A bulletin: two sheets of A4 at most, two columns where there is room, and one on a phone."""

import re
import subprocess

#: The most sheets of paper.
MOST = 2

IS_BULLETIN = "() => document.querySelector('main > .parts') !== null"

COLUMNS = """() => {
  const lefts = [...document.querySelectorAll('main > .parts > section')].map(part => part.getClientRects()[0].left)
  return Math.max(...lefts) - Math.min(...lefts) > 100
}"""


async def is_bulletin(page):
    """Whether the page is a bulletin."""
    return await page.evaluate(IS_BULLETIN)


async def columns(page):
    """Whether the parts stand beside each other on a wide screen, and under each other on a narrow one."""
    found = []
    for width, wanted in ((1280, True), (320, False)):
        await page.set_viewport_size({"width": width, "height": 900})
        if await page.evaluate(COLUMNS) != wanted:
            found.append(f"at {width} px its parts stand {'under' if wanted else 'beside'} each other")
    return found


async def paper(page, scratch):
    """Whether it fits its sheets; the page must have been loaded afresh."""
    await page.emulate_media(media="print")
    await page.pdf(path=str(scratch), format="A4", prefer_css_page_size=True, print_background=True)
    await page.emulate_media(media="screen")
    said = subprocess.run(["pdfinfo", str(scratch)], capture_output=True, text=True, check=True).stdout
    sheets = int(re.search(r"Pages:\s+(\d+)", said).group(1))
    return [f"prints {sheets} sheets, more than {MOST}"] if sheets > MOST else []
