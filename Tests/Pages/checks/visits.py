"""Visits every page in one browser, two pages at a time, and does all that needs a browser."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from . import accessibility, bulletin, keyboard, motion, narrow, paper, scripts, slides

AT_ONCE = 2


def visit(publication, checks):
    """Adds what is found on every page to the checks, by their ids."""
    asyncio.run(visit_all(publication, checks))


async def visit_all(publication, checks):
    async with async_playwright() as playwright:
        # The sandbox of Chromium does not work for root, nor in most containers; the pages are our own files.
        browser = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for check in checks.values():
            check.version = check.version or ".".join(browser.version.split(".")[:1])
        waiting = list(publication.pages)
        with tempfile.TemporaryDirectory() as scratch:
            workers = [Visitor(publication, checks, Path(scratch) / str(n)).work(browser, waiting) for n in range(AT_ONCE)]
            await asyncio.gather(*workers)
        await browser.close()


def chromium():
    """The browser that is installed."""
    import shutil

    return shutil.which("chromium")


class Visitor:
    """Takes pages from a list, one after the other, and checks each."""

    def __init__(self, publication, checks, scratch):
        self.publication = publication
        self.checks = checks
        self.scratch = scratch
        scratch.mkdir(parents=True)
        self.complaints = []

    async def work(self, browser, waiting):
        context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
        context.set_default_timeout(60_000)
        await context.route("**/*", self.answer)
        tab = await context.new_page()
        tab.on("console", lambda said: self.complaints.append(f"says an error: {said.text}") if said.type == "error" else None)
        tab.on("pageerror", lambda error: self.complaints.append(f"has a script that fails: {error}"))
        while waiting:
            page = waiting.pop(0)
            await self.check(tab, page)
        await context.close()

    async def answer(self, route):
        """Lets a page load what is in the folder, and keeps what else it asks for."""
        address = route.request.url
        if address.startswith((self.publication.folder.as_uri() + "/", self.scratch.as_uri() + "/", "data:")):
            await route.continue_()
        else:
            self.complaints.append(f"asks for {address}")
            await route.abort()

    async def check(self, tab, page):
        """All that needs a browser, for one page."""
        self.complaints.clear()
        await tab.set_viewport_size({"width": 1280, "height": 900})
        await tab.goto(page.path.as_uri())
        await tab.evaluate(scripts.OPEN_ALL)
        self.add("motion", page, await motion.check(tab))
        await self.look(tab, page, "axe")
        self.add("spacing", page, await narrow.spacing(tab))
        self.add("reflow", page, await narrow.reflow(tab))
        self.add("text-size", page, await narrow.large_text(tab))
        await self.use_keyboard(tab, page)
        self.add("print", page, await self.printed(tab, page))
        await self.look_at_bulletin(tab, page)
        await self.look_at_slides(tab, page)
        self.add("offline", page, self.complaints)
        if page.has_script:
            plain = self.scratch / page.language / page.path.name
            plain.parent.mkdir(exist_ok=True)
            plain.write_text(page.without_scripts(), encoding="utf-8")
            await tab.goto(plain.as_uri())
            await tab.evaluate(scripts.OPEN_ALL)
            await self.look(tab, page, "axe-plain")
            self.add("reflow", page, [f"without scripts {what}" for what in await narrow.reflow(tab)])
        else:
            self.checks["axe-plain"].add(page.name, [])

    async def look(self, tab, page, id):
        """Runs axe; a page without a script is the same without scripts, and is looked at once."""
        found, undecided, version = await accessibility.check(tab)
        self.checks[id].version = self.checks["axe-plain"].version = version
        self.add(id, page, found)
        for rule, _ in undecided:
            self.checks[id].undecided.setdefault(rule, {}).setdefault(page.name, 0)
            self.checks[id].undecided[rule][page.name] += 1

    async def use_keyboard(self, tab, page):
        for width in (1280, 390):
            await tab.set_viewport_size({"width": width, "height": 900})
            await tab.goto(page.path.as_uri())
            self.add("keyboard", page, await keyboard.check(tab, width))
        await tab.goto(page.path.as_uri())
        self.add("keyboard", page, await keyboard.skip(tab))
        self.add("keyboard", page, await keyboard.folds(tab))

    async def printed(self, tab, page):
        await tab.set_viewport_size({"width": 1280, "height": 900})
        await tab.goto(page.path.as_uri())
        return await paper.check(tab, self.scratch / "print.pdf")

    async def look_at_bulletin(self, tab, page):
        """What is asked of a bulletin beside what is asked of every page."""
        await tab.set_viewport_size({"width": 1280, "height": 900})
        await tab.goto(page.path.as_uri())
        if not await bulletin.is_bulletin(tab):
            return
        self.add("print", page, await bulletin.paper(tab, self.scratch / "bulletin.pdf"))
        self.add("reflow", page, await bulletin.columns(tab))

    async def look_at_slides(self, tab, page):
        """What is asked of slides beside what is asked of every page."""
        await tab.set_viewport_size({"width": 1280, "height": 720})
        await tab.goto(page.path.as_uri())
        if not await slides.is_deck(tab):
            return
        self.add("print", page, await slides.paper(tab, self.scratch / "slides.pdf"))
        if page.has_script:
            self.add("keyboard", page, await slides.keys(tab))
            await tab.set_viewport_size({"width": 1280, "height": 720})
            self.add("text-size", page, await slides.frames(tab))

    def add(self, id, page, complaints):
        self.checks[id].add(page.name, complaints)
