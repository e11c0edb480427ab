"""The command line: checks a publication, prints what was found, and writes the summary."""

import argparse
import sys

from . import links, markup, paper, selftest, size, summary, visits
from .findings import Check
from .publication import Publication


def all_checks():
    """The checks in the order in which they are told of."""
    chromium = "Chromium"
    checks = [
        Check("markup", "valid HTML and SVG", "Nu Html Checker", markup.version()),
        Check("axe", "accessibility rules", "axe-core", "", [390, 1280]),
        Check("axe-plain", "accessibility rules, without scripts", "axe-core", "", [390, 1280]),
        Check("reflow", "narrow screens", chromium, "", [320]),
        Check("text-size", "text at 200 %", chromium, "", [320]),
        Check("spacing", "spacing of text", chromium, "", [390, 1280]),
        Check("keyboard", "the keyboard alone", chromium, "", [390, 1280]),
        Check("motion", "nothing moves", chromium, "", []),
        Check("print", "on paper", "Poppler", paper.version(), []),
        Check("offline", "nothing from elsewhere", chromium, "", []),
        Check("links", "links and anchors", "Koers", "1", []),
        Check("size", "small enough", "Koers", "1", []),
    ]
    return {check.id: check for check in checks}


def run(publication):
    """Runs every check over a publication."""
    checks = all_checks()
    markup.check(publication, checks["markup"])
    links.check(publication, checks["links"], checks["offline"])
    size.check(publication, checks["size"])
    visits.visit(publication, checks)
    return list(checks.values())


def tell(checks):
    """Prints what was found, check by check."""
    for check in checks:
        count = len(check.findings)
        said = "nothing found" if not count else f"{count} found"
        print(f"{check.id}: {check.title} ({check.tool} {check.version}), {len(check.pages)} pages and files: {said}")
        for note in check.notes:
            print(f"    note: {note}")
        for rule, places in sorted(check.undecided.items()):
            print(f"    note: {rule} could not decide {sum(places.values())} places on {len(places)} pages")
        for finding in sorted(check.findings):
            print(f"    {finding.page}: {finding.what}")


def main():
    parser = argparse.ArgumentParser(prog="Tests/Pages/check", description=__doc__)
    parser.add_argument("folder", nargs="?", help="the publication of one wave, with a folder a language")
    parser.add_argument("--output", metavar="FILE", help="writes the summary, for the accessibility statement")
    parser.add_argument("--agree-with", metavar="FILE", help="fails when an earlier summary says otherwise")
    parser.add_argument("--page", metavar="NAME", help="looks at one page only, in each language: type-A.html")
    parser.add_argument("--self-test", action="store_true", help="makes broken pages, which each check must catch")
    wanted = parser.parse_args()
    if wanted.self_test:
        sys.exit(selftest.run(run))
    if not wanted.folder:
        parser.print_usage(sys.stderr)
        sys.exit(64)
    publication = Publication(wanted.folder)
    if not publication.pages:
        print(f"koers: there is no page in a folder of a language below {wanted.folder}", file=sys.stderr)
        sys.exit(66)
    if wanted.page:
        publication.pages = [page for page in publication.pages if page.path.name == wanted.page]
    checks = run(publication)
    tell(checks)
    text = summary.text(publication, checks)
    if wanted.output:
        summary.write(text, wanted.output)
    wrong = sum(len(check.findings) for check in checks)
    differences = summary.differences(text, wanted.agree_with) if wanted.agree_with else []
    for line in differences:
        print(f"koers: {wanted.agree_with}: {line}", file=sys.stderr)
    if wrong:
        print(f"koers: the checks of the pages found {wrong}", file=sys.stderr)
    sys.exit(1 if wrong or differences else 0)


if __name__ == "__main__":
    main()
