"""Narrow screens, large text and wide spacing: nothing scrolls sideways, and nothing is cut off.

WCAG 2.2, 1.4.4 (text at 200 %), 1.4.10 (320 pixels wide) and 1.4.12 (spacing).
"""

from . import scripts

NARROW = 320
WIDE = 1280
LARGE_TEXT = "html { font-size: 200% !important }"
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
svg, svg * { letter-spacing: normal !important; word-spacing: normal !important }
"""


async def reflow(page):
    """What is wrong at 320 pixels, with everything that can be opened open."""
    await page.set_viewport_size({"width": NARROW, "height": 800})
    return await trouble(page)


async def large_text(page):
    """What is wrong at 320 pixels with text of twice the size."""
    await page.set_viewport_size({"width": NARROW, "height": 800})
    return await styled(page, LARGE_TEXT)


async def spacing(page):
    """What is wrong with the spacing that a reader may ask for, on a wide screen and on a phone."""
    found = []
    for width in (WIDE, 390):
        await page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width} px {what}" for what in await styled(page, SPACING)]
    return found


async def styled(page, style):
    await page.evaluate(scripts.STYLE, style)
    found = await trouble(page)
    await page.evaluate(scripts.UNSTYLE)
    return found


async def trouble(page):
    return await page.evaluate(scripts.SIDEWAYS) + await page.evaluate(scripts.CLIPPED)
