"""One key from any page: keep a question, something for later or a small step, and go on where one was."""

from kat_journal.gui.catching.presenter import Catching

__all__ = ["Catching"]
