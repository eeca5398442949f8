"""A box that holds what belongs together."""

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.widgets.tokens import Restyled, size_token


class Variant(StrEnum):
    """How a box looks: quiet, warm for advice, alert for what cannot wait, low in a list."""

    PLAIN = "plain"
    WARM = "warm"
    ALERT = "alert"
    LOW = "low"


class Box(QFrame, Restyled):
    """A rounded box with a column; its kind and variant name its rules in the style sheet."""

    gap = size_token("gap")

    def __init__(self, kind: str, variant: str, name: str = "", parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("variant", str(Variant(variant)))
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    @property
    def variant(self) -> Variant:
        """How the box looks."""
        return Variant(self.property("variant"))

    @variant.setter
    def variant(self, variant: str) -> None:
        if self.property("variant") != str(Variant(variant)):
            self.setProperty("variant", str(variant))
            # Rules that name a property are only looked up when a widget is polished.
            for widget in (self, *self.findChildren(QWidget)):
                self.style().unpolish(widget)
                self.style().polish(widget)
            self.update()

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        self.column.setSpacing(self.gap)


class Card(Box):
    """A box on a page.

    Attributes:
        column: The layout that takes the parts of the card.
    """

    def __init__(self, parent: QWidget | None = None, *, variant: str = Variant.PLAIN, name: str = "") -> None:
        """Make an empty card: ``plain``, ``warm`` or ``alert``."""
        super().__init__("card", variant, name, parent)
