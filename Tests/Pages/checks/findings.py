"""What a check found, and what was checked."""

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Finding:
    """Something that is wrong with a page: which page, and what is wrong and where."""

    page: str
    what: str


@dataclass
class Check:
    """A check with its tool, what it looked at, and what it found."""

    id: str
    title: str
    tool: str
    version: str
    widths: list[int] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    findings: set[Finding] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    #: For each rule that a tool could not decide everywhere, the number of places on each page.
    undecided: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, page, complaints):
        """Counts a page as looked at, and keeps what was found on it."""
        self.pages.add(page)
        self.findings.update(Finding(page, shortened(what)) for what in complaints)


def shortened(text, most=240):
    """The text on one line, cut off when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
