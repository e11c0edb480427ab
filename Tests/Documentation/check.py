"""Checks the documentation that `build` made: check.py WORK SITE ROOM...

Every public symbol has a summary line; every public type and function of a room stands in a topic of its landing page; every link and
every picture within the site leads to a page that is there.
"""
import glob
import json
import os
import re
import sys

work, site, rooms = sys.argv[1], sys.argv[2], sys.argv[3:]
mistakes = []
symbols = 0
for room in rooms:
    landing = open(f"Sources/{room}/{room}.docc/{room}.md").read()
    topics = set(re.findall(r"^- ``(.+?)``$", landing, re.M))
    for file in sorted(glob.glob(f"{work}/{room}/*.symbols.json")):
        for symbol in json.load(open(file))["symbols"]:
            symbols += 1
            name = ".".join(symbol["pathComponents"])
            lines = [line["text"].strip() for line in symbol.get("docComment", {}).get("lines", [])]
            if not lines or not lines[0] or lines[0].startswith("- "):
                mistakes.append(f"{room}: {name} has no summary line")
            if len(symbol["pathComponents"]) == 1 and name not in topics:
                mistakes.append(f"{room}: {name} is in no topic of {room}.docc/{room}.md")

pages = sorted(glob.glob(f"{site}/data/documentation/**/*.json", recursive=True))
known = {path[len(f"{site}/data") : -len(".json")].lower() for path in pages}
links = 0


def walk(value, page):
    global links
    if isinstance(value, dict):
        url = value.get("url")
        if isinstance(url, str) and url.startswith("/documentation"):
            links += 1
            if url.split("#")[0].rstrip("/").lower() not in known:
                mistakes.append(f"{page} leads to {url}, which is not there")
        for item in value.values():
            walk(item, page)
    elif isinstance(value, list):
        for item in value:
            walk(item, page)


for path in pages:
    walk(json.load(open(path)), path[len(site) + 1 :])
for page in known:
    if not os.path.exists(f"{site}{page}/index.html"):
        mistakes.append(f"{page} has no page that a server can hand out")
if not pages or not symbols:
    mistakes.append("there is nothing to check")
for mistake in mistakes:
    print(f"documentation: {mistake}", file=sys.stderr)
if mistakes:
    sys.exit(1)
print(f"koers: {len(rooms)} rooms, {symbols} public symbols with a summary, {len(pages)} pages, {links} links that lead somewhere: {site}", file=sys.stderr)
