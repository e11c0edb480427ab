"""A language of a publication is small enough to mail and to open on a phone."""

# One wave of five types takes 3.2 MB, of which slides and bulletin 0.3; one of six types that is compared with an earlier wave 3.6.
MOST = 3_700_000


def check(publication, size):
    """Adds each language that is too large, and notes how large each is."""
    for language in publication.languages:
        files = [path for path in (publication.folder / language).rglob("*") if path.is_file()]
        total = sum(path.stat().st_size for path in files)
        size.notes.append(f"{language}: {total:,} bytes in {len(files)} files")
        size.add(f"{language}/", [f"holds {total:,} bytes, more than {MOST:,}"] if total > MOST else [])
    size.pages.update(page.name for page in publication.pages)
    size.pages.difference_update(f"{language}/" for language in publication.languages)
