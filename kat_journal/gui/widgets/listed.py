"""One of several things in a list: its name, a quiet line, and what can be done with it at the far end."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.texts import body, muted


class Listed(Card):
    """A low card. Its button says to screen readers which of the list it belongs to."""

    def __init__(
        self, title: str, about: str, button: Button | None, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """Show a title and a line about it; without a button it is only read."""
        super().__init__(parent, name=name, variant="low")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(body(title))
        words.addWidget(muted(about))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        if button is not None:
            button.setAccessibleDescription(f"{title}. {about}")
            line.addWidget(button)
        self.column.addLayout(line)
