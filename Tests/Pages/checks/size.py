"""A language of a publication is small enough to mail and to open on a phone."""

MOST = 3_000_000


def check(publication, size):
    """Adds each language that is too large, and notes how large each is."""
    for language in publication.languages:
        files = [path for path in (publication.folder / language).rglob("*") if path.is_file()]
        total = sum(path.stat().st_size for path in files)
        size.notes.append(f"{language}: {total:,} bytes in {len(files)} files")
        size.add(f"{language}/", [f"holds {total:,} bytes, more than {MOST:,}"] if total > MOST else [])
    size.pages.update(page.name for page in publication.pages)
    size.pages.difference_update(f"{language}/" for language in publication.languages)
