"""Fields that belong together, spaced as the parts of a card are."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.widgets.tokens import Restyled, size_token


class Fields(QFrame, Restyled):
    """A column without an edge of its own.

    Attributes:
        column: The layout that takes the fields and their labels.
    """

    gap = size_token("gap")

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        super().__init__(parent)
        self.setProperty("kind", "fields")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        self.column.setSpacing(self.gap)
