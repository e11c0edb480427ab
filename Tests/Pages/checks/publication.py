"""The files of a publication: a folder a language, with pages, figures and data."""

import re
from html.parser import HTMLParser
from pathlib import Path


class Publication:
    """The publication of one wave."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.languages = sorted(path.name for path in self.folder.glob("*/") if list(path.glob("*.html")))
        self.pages = [
            Page(self, path) for language in self.languages for path in sorted((self.folder / language).glob("*.html"))
        ]
        self.anchors = {page.path: page.ids for page in self.pages}
        self.figures = sorted(self.folder.glob("*/figures/*.svg"))

    def name(self, path):
        """The path of a file within the folder."""
        return path.relative_to(self.folder).as_posix()

    @property
    def program(self):
        """The program that made the pages, with its version, as their feet say; all say the same."""
        made = {page.program for page in self.pages}
        return made.pop() if len(made) == 1 else None


class Page:
    """A page: its text, the anchors in it and the addresses that it names."""

    def __init__(self, publication, path):
        self.path = path
        self.name = publication.name(path)
        self.language = path.parent.name
        self.text = path.read_text(encoding="utf-8")
        reader = Reader()
        reader.feed(self.text)
        self.ids = reader.ids
        self.links = reader.links
        self.loads = reader.loads
        self.has_script = reader.has_script
        self.declared_language = reader.language

    @property
    def program(self):
        """The name and version of the program, from the foot of the page."""
        foot = re.search(r"<footer.*</footer>", self.text, re.S)
        made = re.search(r"Koers \d[\w.+-]*", foot.group()) if foot else None
        return made.group() if made else None

    def without_scripts(self):
        """The page as a browser shows it that runs no scripts."""
        text = re.sub(r"<script\b.*?</script>", "", self.text, flags=re.S | re.I)
        return re.sub(r"</?noscript\b[^>]*>", "", text, flags=re.I)


class Reader(HTMLParser):
    """Gathers anchors, links, and what the page would load by itself."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loads = set(), [], []
        self.has_script = False
        self.language = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        if tag == "script" and "json" not in (values.get("type") or ""):
            self.has_script = True
        link = values.get("href") or values.get("xlink:href")
        if link is not None:
            loading = tag in ("link", "image", "use") and values.get("rel") not in ("alternate", "license", "help")
            (self.loads if loading else self.links).append(link)
        for key in ("src", "srcset", "poster", "data", "action", "formaction"):
            if values.get(key) and not (key == "data" and tag != "object"):
                self.loads.append(values[key])

    handle_startendtag = handle_starttag
