"""Dialogs that a test has answered beforehand."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """One question that the system would have asked."""

    title: str
    suggested: Path
    filters: str


class FakeDialogs:
    """The fake of the Dialogs seam: notes what was asked, and answers what the test laid ready.

    With nothing laid ready it cancels.
    """

    def __init__(self):
        self.asked = []
        self.printer = None
        self._answers = []

    def answer(self, *paths):
        """Lay answers ready, in order; None is a cancelled dialog."""
        self._answers.extend(paths)

    def save_file(self, parent, title, suggested, filters):
        self.asked.append(Asked(title, suggested, filters))
        return self._answers.pop(0) if self._answers else None

    def choose_printer(self, parent, title):
        return self.printer

    def open_file(self, parent, title, start, filters):
        return self.save_file(parent, title, start, filters)

    def choose_folder(self, parent, title, start):
        return self.save_file(parent, title, start, "")
