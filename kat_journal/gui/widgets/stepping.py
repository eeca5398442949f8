"""Numbers, days and times that are typed or stepped, with the same room before them as every other field."""

from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QSpinBox

from kat_journal.gui.widgets.tokens import Restyled, size_token


class Number(QSpinBox, Restyled):
    """A whole number."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size: a style sheet's padding does not reach the text of a spin box."""
        self.lineEdit().setTextMargins(self.pad, 0, 0, 0)


class Day(QDateEdit, Restyled):
    """A day."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size."""
        self.lineEdit().setTextMargins(self.pad, 0, 0, 0)


class When(QDateTimeEdit, Restyled):
    """A day and a time."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size."""
        self.lineEdit().setTextMargins(self.pad, 0, 0, 0)
