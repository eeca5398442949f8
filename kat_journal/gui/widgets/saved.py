"""Whether the person's words are safe yet."""

from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.texts import Text


class SaveState(StrEnum):
    """How far saving is."""

    NOTHING = "nothing"
    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not-saved"


class SavedLabel(Text):
    """Says "Saved" only when it is told so; says nothing until there was something to save."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "saved") -> None:
        """Start with nothing to say."""
        super().__init__("", "saved", name, parent)
        self.state = SaveState.NOTHING
        self._said = SaveState.NOTHING

    def sizeHint(self) -> QSize:
        """Wide enough for the longest of its words, so that what stands beside it never moves."""
        own = super().sizeHint()
        widest = max(self.fontMetrics().horizontalAdvance(self._text(state)) for state in SaveState)
        return QSize(max(own.width(), widest + 1), own.height())

    def show_state(self, state: SaveState) -> None:
        """Show a state. A screen reader hears "Saved" once, and again only after it was not."""
        if state is self.state:
            return
        self.state = state
        self.setText(self._text(state))
        # Saving goes on at every pause of typing: to hear of it each time would drown the words.
        if state in (SaveState.SAVED, SaveState.NOT_SAVED) and state is not self._said:
            self._said = state
            announce(self, self.text())

    def _text(self, state: SaveState) -> str:
        texts = {
            SaveState.NOTHING: "",
            SaveState.SAVING: self.tr("Saving..."),
            SaveState.SAVED: self.tr("Saved"),
            SaveState.NOT_SAVED: self.tr("Not saved yet"),
        }
        return texts[state]
