"""The summary of the checks as JSON: what the accessibility statement says comes from it.

It holds no clock and no path of a machine, so that the same pages give the same bytes.
"""

import json


def text(publication, checks):
    """The summary of the checks of a publication."""
    pages = {}
    for page in publication.pages:
        pages.setdefault(page.language, []).append(page.path.name)
    content = {"program": publication.program, "pages": pages, "checks": [described(check) for check in checks]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def described(check):
    return {
        "id": check.id,
        "tool": check.tool,
        "version": check.version,
        "checked": len(check.pages),
        "widths": check.widths,
        "undecided": [{"rule": rule, "pages": len(pages)} for rule, pages in sorted(check.undecided.items())],
        "findings": [{"page": finding.page, "what": finding.what} for finding in sorted(check.findings)],
    }


def write(text, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def differences(text, path):
    """How an earlier summary differs.

    Versions of tools may, because these come and go by themselves, and so may what axe could not decide, which hangs on the
    fonts of the machine; what was checked and what was found may not.
    """
    try:
        with open(path, encoding="utf-8") as file:
            earlier = json.load(file)
    except (OSError, ValueError) as error:
        return [f"cannot be read ({type(error).__name__}); make check-pages RECORD=1 writes it"]
    now = json.loads(text)
    found = [f"{key} is {earlier.get(key)}, and now {now[key]}" for key in ("program", "pages") if earlier.get(key) != now[key]]
    before = {check["id"]: check for check in earlier.get("checks", [])}
    for check in now["checks"]:
        old = before.get(check["id"], {})
        for key in ("checked", "widths", "findings"):
            if old.get(key) != check[key]:
                found.append(f"{key} of {check['id']} is {old.get(key)}, and now {check[key]}")
    return found + (["is out of date; make check-pages RECORD=1 writes it again"] if found else [])
