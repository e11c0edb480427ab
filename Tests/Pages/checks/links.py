"""Every link leads to a file of the publication, and every anchor to a place in it; nothing is loaded from elsewhere."""

import re
from urllib.parse import unquote, urlsplit


def check(publication, links, offline):
    """Adds what is wrong with the links, and with what pages, figures and the Markdown load."""
    for page in publication.pages:
        links.add(page.name, filter(None, (broken(link, page, publication) for link in page.links)))
        links.add(page.name, language_trouble(page, publication))
        offline.add(page.name, (f"loads {address}" for address in page.loads if not is_inside(address)))
        for sheet in re.findall(r"<style[^>]*>(.*?)</style>", page.text, re.S):
            offline.add(page.name, style_trouble(sheet))
    for figure in publication.figures:
        text = figure.read_text(encoding="utf-8")
        addresses = re.findall(r"""(?:href|src)\s*=\s*["']([^"'#][^"']*)""", text)
        offline.add(publication.name(figure), (f"names {address}" for address in addresses))
        offline.add(publication.name(figure), style_trouble(text))
    for report in sorted(publication.folder.glob("*/report.md")):
        addresses = re.findall(r"\]\(([^)\s#]+)", report.read_text(encoding="utf-8"))
        links.add(
            publication.name(report),
            (
                f"links to {address}, which is not there"
                for address in addresses
                if not urlsplit(address).scheme and not (report.parent / unquote(address)).is_file()
            ),
        )


def broken(link, page, publication):
    """What is wrong with a link, if anything; links that leave the publication are left alone."""
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto", "tel"):
        return None
    if parts.scheme or parts.netloc:
        return f"links to {link}, which a page that is read offline cannot reach"
    target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
    if not target.is_file():
        return f"links to {link}, which is not there"
    if parts.fragment and target.suffix == ".html":
        if unquote(parts.fragment) not in publication.anchors.get(target, ()):
            return f"links to {link}, and there is no such place in that page"
    return None


def language_trouble(page, publication):
    """The language that the page says it is in, and its twin in every other language."""
    if page.declared_language != page.language:
        yield f"says that its language is {page.declared_language}"
    for language in publication.languages:
        if not (publication.folder / language / page.path.name).is_file():
            yield f"has no page {language}/{page.path.name} beside it"


def is_inside(address):
    """Whether an address is of the page itself or a file below it."""
    return address.startswith(("data:", "#")) or not (urlsplit(address).scheme or address.startswith(("//", "/")))


def style_trouble(text):
    """Addresses that a style would load."""
    for address in re.findall(r"""url\(\s*["']?([^"')]+)""", text) + re.findall(r"@import[^;]*", text):
        if not address.startswith(("#", "data:")):
            yield f"has a style that loads {address}"
