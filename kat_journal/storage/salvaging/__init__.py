"""Reads what can still be read of a damaged journal, page by page, without SQLite and without changing a byte."""
