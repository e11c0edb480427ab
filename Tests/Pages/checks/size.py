"""A language of a publication is small enough to mail and to open on a phone."""

# The report with its figures, tables and workbook: one wave of five types takes 2.9 MB, one of six that is compared with an
# earlier wave 3.3. What stands alone, for a stage or for one person, is held to a limit of its own.
MOST = 3_350_000
ALONE = ("slides.html", "self-scan.html", "bulletin.html")
MOST_ALONE = 300_000


def check(publication, size):
    """Adds each language that is too large, and notes how large each is."""
    for language in publication.languages:
        files = [path for path in (publication.folder / language).rglob("*") if path.is_file()]
        sizes = {path: path.stat().st_size for path in files}
        alone = {path.name: size for path, size in sizes.items() if path.name in ALONE}
        total = sum(sizes.values()) - sum(alone.values())
        size.notes.append(f"{language}: {total:,} bytes in {len(files)} files")
        size.notes += [f"{language}/{name}: {bytes:,} bytes" for name, bytes in sorted(alone.items())]
        large = [f"holds {total:,} bytes, more than {MOST:,}"] if total > MOST else []
        large += [f"holds {name} of {bytes:,} bytes, more than {MOST_ALONE:,}" for name, bytes in sorted(alone.items()) if bytes > MOST_ALONE]
        size.add(f"{language}/", large)
    size.pages.update(page.name for page in publication.pages)
    size.pages.difference_update(f"{language}/" for language in publication.languages)
