"""Checks of the pages of a publication, one check a file."""
