"""axe-core over a page, at the widths of a phone and of a desk, with scripts and without."""

from axe_playwright_python.base import AXE_SCRIPT

WIDTHS = (390, 1280)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const result = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}},
    resultTypes: ['violations', 'incomplete'],
  })
  const nodes = (list) => list.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.flat().join(' '), node.html]))
  return {violations: nodes(result.violations), undecided: nodes(result.incomplete), version: result.testEngine.version}
}"""


async def check(page):
    """Returns the violations, the places that no width could decide, and the version of axe."""
    found, undecided, version = [], None, ""
    await page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        result = await page.evaluate(RUN, TAGS)
        found += [f"at {width} px {rule}: {target} {html}" for rule, target, html in result["violations"]]
        places = {(rule, target) for rule, target, _ in result["undecided"]}
        undecided = places if undecided is None else undecided & places
        version = result["version"]
    return found, sorted(undecided or []), version
