"""Slides: they fit their frame, read from the back row, follow the keys and the buttons, and print one to a page."""

import re
import subprocess

COUNT = "() => document.querySelectorAll('main > section.slide').length"

# The screens of a laptop and of a beamer.
SCREENS = ((1280, 720), (1920, 1080))
#: The least size of text, as a part of the height of a slide.
LEAST = 1 / 22

FACE = """(least) => {
  const slide = [...document.querySelectorAll('main > section.slide')].find(slide => slide.checkVisibility())
  const face = slide.querySelector('.face'), box = face.getBoundingClientRect(), found = []
  if (box.height > box.width * 9 / 16 + 2) {
    found.push('does not fit its frame: ' + slide.id + ' is ' + Math.round(box.height) + ' px high and '
      + Math.round(box.width) + ' wide')
  }
  for (const element of face.querySelectorAll('*')) {
    const at = element.getBoundingClientRect()
    if (at.width > 1.5 && at.right > box.right + 1) { found.push('hangs out of its frame: ' + slide.id); break }
  }
  const walker = document.createTreeWalker(face, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim()
    if (!text || element.closest('title, desc') || getComputedStyle(element.closest('.unseen') || element).clipPath !== 'none') continue
    const size = element.closest('svg') ? element.getBoundingClientRect().height : parseFloat(getComputedStyle(element).fontSize)
    if (size < box.width * 9 / 16 * least - 0.5) { found.push('has small text: ' + slide.id + ' ' + text.slice(0, 40)); break }
  }
  return found
}"""

STATE = """() => {
  const slides = [...document.querySelectorAll('main > section.slide')]
  const shown = slides.filter(slide => slide.checkVisibility())
  return {shown: shown.map(slide => slides.indexOf(slide)), hash: location.hash.slice(1), ids: slides.map(slide => slide.id),
    told: (document.querySelector('[role=status]') || {}).textContent || '',
    inSlide: shown.some(slide => slide.contains(document.activeElement)),
    notes: [...document.querySelectorAll('details.notes')].filter(notes => notes.open && notes.checkVisibility()).length}
}"""

BUTTONS = """() => [...document.querySelectorAll('button')].filter(button => button.checkVisibility()).map(button => {
  const box = button.getBoundingClientRect()
  return [button.textContent.trim(), Math.min(box.width, box.height)]
}).filter(([, size]) => size < 43.9).map(([name, size]) => 'has a button of ' + Math.round(size) + ' px: ' + name)"""


async def is_deck(page):
    """Whether the page holds slides."""
    return await page.evaluate(COUNT) > 0


async def frames(page):
    """What does not fit, or cannot be read from the back row; the page must have been loaded afresh, on its first slide."""
    found = []
    count = await page.evaluate(COUNT)
    for width, height in SCREENS:
        await page.set_viewport_size({"width": width, "height": height})
        await page.keyboard.press("Home")
        for _ in range(count):
            found += [f"at {width} px {what}" for what in await page.evaluate(FACE, LEAST)]
            await page.keyboard.press("ArrowRight")
    return found


async def keys(page):
    """What is wrong with the keys and the buttons; the page must have been loaded afresh, on its first slide."""
    last = await page.evaluate(COUNT) - 1
    steps = [
        ("ArrowRight", 1), ("PageDown", 2), ("Space", 3), ("ArrowLeft", 2), ("PageUp", 1), ("End", last), ("ArrowRight", last),
        ("Home", 0), ("ArrowLeft", 0),
    ]
    found = []
    for key, wanted in steps:
        wanted = min(wanted, last)
        await page.keyboard.press(key)
        state = await page.evaluate(STATE)
        if state["shown"] != [wanted]:
            return found + [f"{key} does not lead to slide {wanted + 1}"]
        if state["hash"] not in ("", state["ids"][wanted]):
            found.append(f"{key} leaves the address at #{state['hash']}")
        if f"{wanted + 1} " not in state["told"]:
            found.append(f"{key} does not announce slide {wanted + 1}: it said '{state['told'].strip()}'")
        if key == "PageDown" and not state["inSlide"]:
            found.append("the focus stays behind when the slide changes")
    await page.keyboard.press("n")
    if (await page.evaluate(STATE))["notes"] != 1:
        found.append("N does not show the speaker's notes")
    await page.keyboard.press("n")
    for width in (1280, 390):
        await page.set_viewport_size({"width": width, "height": 720})
        found += [f"at {width} px {what}" for what in await page.evaluate(BUTTONS)]
    return found


async def paper(page, scratch):
    """Whether each slide has a sheet of its own; the page must have been loaded afresh."""
    count = await page.evaluate(COUNT)
    await page.emulate_media(media="print")
    await page.pdf(path=str(scratch), prefer_css_page_size=True, print_background=True)
    await page.emulate_media(media="screen")
    said = subprocess.run(["pdfinfo", str(scratch)], capture_output=True, text=True, check=True).stdout
    sheets = int(re.search(r"Pages:\s+(\d+)", said).group(1))
    return [] if sheets == count else [f"has {count} slides and prints {sheets} sheets"]
