"""Pages that are broken on purpose: each check must catch its own, and find nothing wrong with a page that is right."""

import tempfile
from pathlib import Path

from . import size
from .publication import Publication

PAGE = """<!doctype html>
<html lang="LANGUAGE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<style>
body{margin:0;font:1rem/1.5 sans-serif;color:#111;background:#fff;overflow-wrap:break-word}
a{color:#00458a}
:focus-visible{outline:3px solid #00458a}
.skip{position:absolute;left:-99rem}
.skip:focus{left:0;top:0}
.scroll{overflow-x:auto;max-width:100%}
figure{margin:0}
svg{display:block;width:100%;height:auto}
@media print{figure{break-inside:avoid}}
STYLE
</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header><h1>A page</h1></header>
<main id="text" tabindex="-1">
<p>Some text with <a href="index.html#text">a link</a> in it, long enough to fill more than one line of a narrow screen.</p>
<details><summary>Detail</summary><p>What is behind it.</p></details>
<div class="scroll" tabindex="0" role="region" aria-label="A table"><table><caption>A table</caption><tbody><tr><th scope="row">A</th><td style="min-width:60rem">1</td></tr></tbody></table></div>
<figure id="drawing"><svg viewBox="0 0 100 40" role="img" aria-label="A line"><path d="M0 0L100 40" stroke="#111"/><text x="10" y="20" font-size="8">A</text></svg>
<figcaption>A line.</figcaption></figure>
BODY
</main>
<footer><p>Made with Koers 0.0.0</p></footer>
SCRIPT
</body>
</html>
"""

#: Slides, with a script that shows one at a time.
SLIDE_STYLE = """
.face{width:1280px;max-width:100%;min-height:600px;font-size:40px}@media (max-width:1000px){.face{font-size:1rem;min-height:0}}
@media print{.face{width:auto;min-height:0}section.slide{break-after:page;break-inside:avoid}section.slide:last-of-type{break-after:auto}section.slide[hidden]{display:block}
header,footer,main>:not(section){display:none}}"""
SLIDES = "".join(
    f'<section class="slide" id="s{number}" aria-labelledby="t{number}"><div class="face"><h2 id="t{number}" tabindex="-1">Slide {number}</h2></div>'
    f'<details class="notes"><summary>Notes {number}</summary><p>Words.</p></details></section>'
    for number in range(1, 5)
) + '<p id="said" role="status"></p>'
SLIDE_SCRIPT = """<script>
const slides = [...document.querySelectorAll("section.slide")]; let now = 0
const show = to => { now = Math.max(0, Math.min(to, slides.length - 1))
  slides.forEach((slide, at) => { slide.hidden = at !== now })
  document.getElementById("said").textContent = `${now + 1} of ${slides.length}` }
const moves = {ArrowRight: () => now + 1, PageDown: () => now + 1, " ": () => now + 1, ArrowLeft: () => now - 1,
  PageUp: () => now - 1, Home: () => 0, End: () => slides.length - 1}
addEventListener("keydown", event => {
  if (event.target.closest("summary, a")) return
  if (event.key === "n") slides.forEach(slide => { const notes = slide.querySelector("details"); notes.open = !notes.open })
  if (!moves[event.key]) return
  event.preventDefault(); show(moves[event.key]()); slides[now].querySelector("h2").focus() })
show(0)
</script>"""

#: A bulletin of two columns, on one sheet.
BULLETIN_STYLE = "@media (min-width:900px){.parts{columns:2}}@media print{.parts{columns:2}header,main>:not(.parts){display:none}}"
BULLETIN = '<div class="parts">' + "".join(
    f'<section aria-labelledby="b{number}"><h2 id="b{number}">Part {number}</h2><p>Words.</p></section>' for number in range(1, 9)
) + "</div>"

#: For each broken page: the checks that must catch it with a word of what they say, and what is put into the page.
BROKEN = {
    "markup": ({"markup": "Unclosed element"}, {"BODY": "<section><h2>Part</h2><p>Text</p>"}),
    "alternative": (
        {"axe": "image-alt", "markup": "alt"},
        {"BODY": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="30" height="30">'},
    ),
    "contrast": ({"axe": "color-contrast"}, {"BODY": '<p style="color:#aaa">Faint</p>'}),
    "only-without-scripts": (
        {"axe-plain": "color-contrast"},
        {
            "BODY": '<p id="late" style="color:#aaa">Faint</p>',
            "SCRIPT": '<script>document.getElementById("late").style.color="#111"</script>',
        },
    ),
    "target": (
        {"axe": "target-size"},
        {"BODY": '<p><button style="padding:0;border:0;width:9px;height:9px">a</button><button style="padding:0;border:0;width:9px;height:9px">b</button></p>'},
    ),
    "wide": ({"reflow": "px wide in a window", "text-size": "px wide"}, {"BODY": '<div style="width:370px">Wide</div>'}),
    "sideways": (
        {"reflow": "must be scrolled sideways", "text-size": "scrolled sideways", "spacing": "scrolled sideways", "print": "off the paper"},
        {"BODY": '<ul class="scroll" tabindex="0" style="white-space:nowrap"><li>' + "A line that is never broken. " * 6 + "</li></ul>"},
    ),
    "large-text": (
        {"text-size": "cuts off text"},
        {"BODY": '<div style="font-size:1rem;line-height:1.5;height:30px;overflow:hidden">Words</div>'},
    ),
    "spacing": (
        {"spacing": "cuts off text"},
        {"BODY": '<div style="font:16px/1 monospace;width:100px;white-space:nowrap;overflow:hidden">0123456789</div>'},
    ),
    "cut-label": (
        {"reflow": "text of a figure", "text-size": "text of a figure", "spacing": "text of a figure", "print": "off the paper"},
        {"BODY": '<svg viewBox="0 0 100 40" role="img" aria-label="A label"><text x="80" y="20" font-size="12">Too long a label</text></svg>'},
    ),
    "trap": (
        {"keyboard": "does not get to"},
        {
            "BODY": '<p><button id="trap">Stay</button> <button>Never</button></p>',
            "SCRIPT": "<script>document.getElementById('trap').addEventListener('keydown',e=>{if(e.key==='Tab')e.preventDefault()})</script>",
        },
    ),
    "order": (
        {"keyboard": "out of order", "axe": "tabindex"},
        {"BODY": '<p><button>First</button> <button tabindex="3">Second</button></p>'},
    ),
    "no-focus": ({"keyboard": "shows no focus"}, {"BODY": '<p><button style="outline:none">Where</button></p>'}),
    "covered": (
        {"keyboard": "out of sight"},
        {"STYLE": "header{position:fixed;inset:0 0 30% 0;background:#fff;z-index:2}main{padding-top:72vh}"},
    ),
    "skip": ({"keyboard": "no link that skips", "links": "no such place", "axe": "skip-link"}, {"#text\">Skip": "#nowhere\">Skip"}),
    "fold": (
        {"keyboard": "Enter does not open"},
        {"SCRIPT": "<script>document.querySelector('summary').addEventListener('click',e=>e.preventDefault())</script>"},
    ),
    "motion": (
        {"motion": "is animated"},
        {"STYLE": "@keyframes turn{to{background:#ffd}}h1{animation:turn 1s infinite}"},
    ),
    "cut-figure": (
        {"print": "has a figure that is cut"},
        {"STYLE": "@media print{figure{break-inside:auto;height:40cm}}"},
    ),
    "off-paper": (
        {"print": "runs off the paper"},
        {"BODY": "<p>Paper</p>", "STYLE": "@media print{p{position:absolute;left:-2cm}}"},
    ),
    "dead-link": ({"links": "which is not there"}, {"BODY": '<p><a href="absent.html">Gone</a></p>'}),
    "dead-anchor": ({"links": "no such place"}, {"BODY": '<p><a href="index.html#absent">Gone</a></p>'}),
    "language": ({"links": "says that its language is fr"}, {'lang="LANGUAGE"': 'lang="fr"'}),
    "request": (
        {"offline": "loads https://example.org/picture.png"},
        {"BODY": '<p><img src="https://example.org/picture.png" alt="A picture" width="30" height="30"></p>'},
    ),
    "late-request": (
        {"offline": "asks for https://example.org/late"},
        {"SCRIPT": "<script>fetch('https://example.org/late').catch(()=>{})</script>"},
    ),
    "slides": ({}, {"STYLE": SLIDE_STYLE, "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT}),
    "slides-stuck": (
        {"keyboard": "ArrowRight does not lead to slide 2"},
        {"STYLE": SLIDE_STYLE, "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT.replace("ArrowRight:", "ArrowWrong:")},
    ),
    "slides-silent": (
        {"keyboard": "does not announce"},
        {"STYLE": SLIDE_STYLE, "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT.replace("`${now + 1} of ${slides.length}`", "'A slide'")},
    ),
    "slides-small": (
        {"text-size": "has small text"},
        {"STYLE": SLIDE_STYLE.replace("font-size:40px", "font-size:20px"), "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT},
    ),
    "slides-high": (
        {"text-size": "does not fit its frame"},
        {"STYLE": SLIDE_STYLE.replace("min-height:600px", "min-height:900px"), "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT},
    ),
    "slides-paper": (
        {"print": "slides and prints"},
        {"STYLE": SLIDE_STYLE.replace("break-after:page;", ""), "BODY": SLIDES, "SCRIPT": SLIDE_SCRIPT},
    ),
    "bulletin": ({}, {"STYLE": BULLETIN_STYLE, "BODY": BULLETIN}),
    "bulletin-long": (
        {"print": "sheets, more than 2"},
        {"STYLE": BULLETIN_STYLE + "@media print{section{height:25cm}}", "BODY": BULLETIN},
    ),
    "bulletin-narrow": (
        {"reflow": "at 1280 px its parts stand under each other"},
        {"STYLE": BULLETIN_STYLE.replace("min-width:900px", "min-width:9000px"), "BODY": BULLETIN},
    ),
    "bulletin-crammed": (
        {"reflow": "at 320 px its parts stand beside each other"},
        {"STYLE": BULLETIN_STYLE.replace("min-width:900px", "min-width:9px"), "BODY": BULLETIN},
    ),
    "script-error": ({"offline": "script that fails"}, {"SCRIPT": "<script>nothing()</script>"}),
}


def run(check):
    """Makes the pages, checks them, and returns 0 when each check caught what it must and nothing else."""
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch))
        publication = Publication(scratch)
        publication.pages = [page for page in publication.pages if page.language == "nl"]
        checks = check(publication)
    wrong = list(disagreements(checks))
    for line in wrong:
        print(f"koers: self-test: {line}")
    print(f"self-test of the checks: {len(BROKEN) + 3} cases, {len(wrong)} wrong")
    return 1 if wrong else 0


def write(folder):
    """Writes a publication: a page that is right and the broken ones, each with a twin in English that is not looked at."""
    for language in ("en", "nl"):
        (folder / language / "figures").mkdir(parents=True)
        for name, changes in [("index", {})] + [(name, changes) for name, (_, changes) in BROKEN.items()]:
            text = PAGE
            for old, new in changes.items():
                text = text.replace(old, new)
            for mark in ("STYLE", "BODY", "SCRIPT"):
                text = text.replace(mark, "")
            (folder / language / f"{name}.html").write_text(text.replace("LANGUAGE", language), encoding="utf-8")
    (folder / "nl" / "alone.html").write_text((folder / "nl" / "index.html").read_text())
    (folder / "nl" / "large.bin").write_bytes(bytes(size.MOST))
    with open(folder / "en" / "bulletin.html", "a", encoding="utf-8") as file:
        file.write("<!--" + " " * size.MOST_ALONE + "-->\n")
    (folder / "en" / "figures" / "broken.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')


def disagreements(checks):
    """What a check missed, and what it found where nothing is wrong."""
    expected = {(f"nl/{name}.html", id): word for name, (ids, _) in BROKEN.items() for id, word in ids.items()}
    expected[("nl/alone.html", "links")] = "has no page en/alone.html"
    expected[("nl/", "size")] = f"more than {size.MOST:,}"
    expected[("en/", "size")] = "holds bulletin.html of"
    expected[("en/figures/broken.svg", "markup")] = "required character"
    found = {}
    for check in checks:
        for finding in check.findings:
            found.setdefault((finding.page, check.id), []).append(finding.what)
    for (page, id), word in sorted(expected.items()):
        if not any(word in what for what in found.get((page, id), [])):
            yield f"{id} missed what is wrong with {page}: it said {found.get((page, id), 'nothing')}"
    for (page, id), said in sorted(found.items()):
        if (page, id) not in expected:
            yield f"{id} found something wrong with {page}: {said}"
