"""On A4 paper no figure is cut by the end of a page, and no text runs off it.

A mark is put at the head and the foot of each figure before the page is printed; both must come out on the same sheet.
"""

import html
import re
import subprocess

from . import scripts

MARK = """() => [...document.querySelectorAll('figure')].map((figure, index) => {
  figure.style.position = 'relative'
  for (const [name, side] of [['head', 'top'], ['foot', 'bottom']]) {
    const mark = document.createElement('span')
    mark.textContent = 'koers' + index + name
    mark.style.cssText = 'position:absolute;left:0;font-size:3px;line-height:3px;white-space:nowrap;' + side + ':0'
    figure.append(mark)
  }
  return figure.id || String(index + 1)
})"""


async def check(page, scratch):
    """What is wrong on paper, with everything that can be opened open; `scratch` is where the print may be put."""
    await page.emulate_media(media="print")
    await page.evaluate(scripts.OPEN_ALL)
    figures = await page.evaluate(MARK)
    await page.pdf(path=str(scratch), format="A4", prefer_css_page_size=True, print_background=True)
    await page.emulate_media(media="screen")
    text = subprocess.run(["pdftotext", "-bbox", str(scratch), "-"], capture_output=True, text=True, check=True).stdout
    return list(trouble(text, figures))


def version():
    """The version of pdftotext."""
    said = subprocess.run(["pdftotext", "-v"], capture_output=True, text=True).stderr
    return re.search(r"version (\S+)", said).group(1)


def trouble(text, figures):
    """What the boxes of words say: which sheet the marks are on, and which words lie off the paper."""
    sheets = {}
    for number, sheet in enumerate(text.split("<page ")[1:], start=1):
        width = float(re.match(r'width="([\d.]+)"', sheet).group(1))
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="[-\d.]+">(.*?)</word>', sheet)
        for left, right, word in words:
            for mark in re.findall(r"koers\d+(?:head|foot)", word):
                sheets.setdefault(mark, number)
            if float(left) < 0 or float(right) > width:
                yield f"has text that runs off the paper on sheet {number}: {html.unescape(word)}"
    for index, name in enumerate(figures):
        head, foot = sheets.get(f"koers{index}head"), sheets.get(f"koers{index}foot")
        if head != foot:
            yield f"has a figure that is cut: {name} begins on sheet {head} and ends on {foot}"
