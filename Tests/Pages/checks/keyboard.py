"""The keyboard alone: everything is reached in the order of the page, and one sees where one is."""

from . import scripts

WATCH = (
    "() => {" + scripts.HELPERS + """
  const kinds = 'a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],video[controls],'
    + '[contenteditable=""],[contenteditable=true],[tabindex]'
  // Of buttons of which one can be chosen the Tab key stops at the chosen one, else at the first; arrows lead to the others.
  const isStop = element => {
    if (element.type !== 'radio' || !element.name) return true
    const group = [...document.querySelectorAll('input[type=radio]')].filter(other => other.name === element.name)
    return element === (group.find(other => other.checked) || group[0])
  }
  const inDocument = [...document.querySelectorAll('*')].filter(element => element.checkVisibility({visibilityProperty: true}))
  const own = element => element.matches(kinds) && element.tabIndex >= 0 && !element.disabled
    && (element.localName !== 'summary' || element.parentElement.querySelector('summary') === element)
    && element.type !== 'hidden' && isStop(element)
  const reachable = new Set(inDocument.filter(own))
  for (const element of inDocument) {
    if (element !== document.documentElement && element !== document.body && isScroller(element)
      && element.tabIndex < 0 && !inDocument.some(inner => inner !== element && element.contains(inner) && reachable.has(inner))) {
      reachable.add(element)
    }
  }
  const order = inDocument.filter(element => reachable.has(element))
  const state = {order, visited: [], unseen: [], describe}
  window.koersKeyboard = state
  const look = () => {
    const element = document.activeElement
    if (!element || element === document.body) return
    const style = getComputedStyle(element)
    const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'
    if (!marked) state.unseen.push('shows no focus: ' + describe(element))
    const inWindow = box => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, window.innerWidth)
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, window.innerHeight)
      return {left, top, width: right - left, height: bottom - top}
    }
    const boxes = [...element.getClientRects()].map(inWindow).filter(box => box.width > 0 && box.height > 0)
    const isOn = (x, y) => {
      const top = document.elementFromPoint(x, y)
      return top && (element.contains(top) || top.contains(element) && top !== document.body && top !== document.documentElement)
    }
    const seen = boxes.some(box => [0.05, 0.5, 0.95].some(across => [0.1, 0.5, 0.9].some(down =>
      isOn(box.left + across * box.width, box.top + down * box.height))))
    if (!seen) state.unseen.push('has the focus out of sight: ' + describe(element))
  }
  document.addEventListener('keydown', event => { if (event.key === 'Tab') look() }, true)
  document.addEventListener('focusin', event => state.visited.push(order.indexOf(event.target)), true)
  return order.length
}"""
)

REPORT = """() => {
  const state = window.koersKeyboard
  const found = []
  const count = state.order.length
  for (let step = 0; step < count; step += 1) {
    const at = state.visited[step]
    if (at === step) continue
    const wanted = state.describe(state.order[step])
    if (at === undefined) found.push('the focus does not get to ' + (step + 1) + ' of ' + count + ': ' + wanted)
    else found.push('the focus comes out of order, or not at all, at ' + (step + 1) + ' of ' + count + ': ' + wanted)
    break
  }
  if (!found.length && state.visited.length > count && state.visited[count] !== 0) {
    found.push('the focus does not leave the page after ' + state.describe(state.order[count - 1]))
  }
  return found.concat([...new Set(state.unseen)])
}"""

SKIP = """() => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const active = document.activeElement
  if (!target) return 'the first stop is no link that skips to the text'
  const isPast = target === active || target.contains(active)
    || target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING
  return isPast ? null : 'the link that skips to the text leaves the focus where it was'
}"""

FOLDS = "() => [...document.querySelectorAll('details')].filter(details => details.checkVisibility()).length"
FOLD_FOCUS = """(index) => {
  const details = [...document.querySelectorAll('details')].filter(details => details.checkVisibility())[index]
  window.koersFold = details
  details.querySelector('summary').focus()
  return details.open
}"""
FOLD_STATE = "() => window.koersFold.open"
FOLD_NAME = "() => window.koersFold.querySelector('summary').textContent.trim()"


async def check(page, width):
    """What is wrong for somebody who uses the keyboard alone; the page must have been loaded afresh."""
    await page.set_viewport_size({"width": width, "height": 900})
    stops = await page.evaluate(WATCH)
    for _ in range(stops + 2):
        await page.keyboard.press("Tab")
    found = await page.evaluate(REPORT)
    return [f"at {width} px {what}" for what in found]


async def skip(page):
    """What is wrong with the first stop, which must skip to the text; the page must have been loaded afresh."""
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    trouble = await page.evaluate(SKIP)
    return [trouble] if trouble else []


async def folds(page):
    """What is wrong with the lines that open detail: Enter and Space must open and close them."""
    found = []
    for index in range(await page.evaluate(FOLDS)):
        was = await page.evaluate(FOLD_FOCUS, index)
        for key, wanted in (("Enter", not was), ("Space", was)):
            await page.keyboard.press(key)
            if await page.evaluate(FOLD_STATE) != wanted:
                found.append(f"{key} does not open or close: {await page.evaluate(FOLD_NAME)}")
    return found
