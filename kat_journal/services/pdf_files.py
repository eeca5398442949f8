"""PDFs, as the window makes them. Loaded when one is made: the library behind it is dear."""

from kat_journal.export.pdf_binding import About, Painted, Span, bound

__all__ = ["About", "Painted", "Span", "bound"]
