"""What the checks ask of a page, in the language of the browser."""

OPEN_ALL = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"

HELPERS = """
  const describe = element => {
    const text = (element.textContent || '').trim().replace(/\\s+/g, ' ').slice(0, 40)
    return '<' + element.localName + (element.id ? ' id=' + element.id : '')
      + (element.className && element.className.baseVal === undefined ? ' class=' + element.className : '') + '> ' + text
  }
  const isScroller = element => {
    const style = getComputedStyle(element)
    return ['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth
      || ['auto', 'scroll'].includes(style.overflowY) && element.scrollHeight > element.clientHeight
  }
  const outermost = elements => elements.filter(element => !elements.some(other => other !== element && other.contains(element)))
"""

# What is wider than the window, and boxes that scroll sideways though they hold no table or figure.
SIDEWAYS = (
    "() => {" + HELPERS + """
  const found = []
  const root = document.scrollingElement
  const width = document.documentElement.clientWidth
  const all = [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility())
  const scrollers = all.filter(element => isScroller(element) && element.scrollWidth > element.clientWidth + 1)
  if (root.scrollWidth > window.innerWidth) {
    const wide = all.filter(element => element.getBoundingClientRect().right > width + 1
      && !scrollers.some(box => box !== element && box.contains(element)) && !element.closest('svg svg, svg *'))
    found.push('is ' + root.scrollWidth + ' px wide in a window of ' + window.innerWidth + '; too wide: '
      + (outermost(wide).slice(0, 3).map(describe).join('; ') || 'what hangs out of a box'))
  }
  for (const box of scrollers) {
    if (!box.querySelector('table, svg, img, pre')) found.push('must be scrolled sideways: ' + describe(box))
  }
  return found
}"""
)

# Text that its box cuts off; what is hidden from sight on purpose is left alone.
CLIPPED = (
    "() => {" + HELPERS + """
  const found = []
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg') && element.localName !== 'svg' || !element.checkVisibility() || !element.textContent.trim()) continue
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    if (box.width <= 1.5 || box.height <= 1.5 || style.clipPath !== 'none') continue
    if (element.localName === 'svg') {
      for (const text of element.querySelectorAll('text')) {
        const at = text.getBoundingClientRect()
        if (at.width && (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1)) {
          found.push('cuts off text of a figure: ' + text.textContent.trim())
        }
      }
      continue
    }
    const cuts = value => value === 'hidden' || value === 'clip'
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      || cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
      found.push('cuts off text: ' + describe(element))
    }
  }
  return found
}"""
)

# Adds a style without markup, which a strict content security policy leaves alone.
STYLE = """(text) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""

UNSTYLE = "() => { document.adoptedStyleSheets = [] }"
