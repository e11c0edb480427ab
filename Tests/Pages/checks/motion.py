"""Nothing moves for readers who asked for that (`prefers-reduced-motion`)."""

from . import scripts

MOVING = (
    "() => {" + scripts.HELPERS + """
  const seconds = text => Math.max(...text.split(',').map(part => parseFloat(part) * (part.includes('ms') ? 0.001 : 1)))
  const found = document.getAnimations().length ? [document.getAnimations().length + ' animations run'] : []
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element)
    if (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01) found.push('is animated: ' + describe(element))
    if (seconds(style.transitionDuration) > 0.01) found.push('moves when it changes: ' + describe(element))
    if (style.scrollBehavior === 'smooth') found.push('scrolls smoothly: ' + describe(element))
    if (['animate', 'animateMotion', 'animateTransform', 'marquee', 'blink'].includes(element.localName)) {
      found.push('moves by itself: ' + describe(element))
    }
  }
  return found.slice(0, 5)
}"""
)


async def check(page):
    """What moves all the same."""
    await page.emulate_media(reduced_motion="reduce")
    found = await page.evaluate(MOVING)
    await page.emulate_media(reduced_motion="no-preference")
    return found
