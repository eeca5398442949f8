"""One line of words that is kept as it is typed, whatever an input method still holds."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.plain import folded


class WordsLine(Line):
    """A line that speaks like the field for more words."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", accessible: str = "", placeholder: str = ""
    ) -> None:
        super().__init__(parent, name=name, accessible=accessible, placeholder=placeholder)
        self.changed = self.textEdited

    def words(self) -> str:
        """The text as it is kept."""
        return folded(self.text())

    def set_words(self, text: str) -> None:
        """Show a text; ``changed`` is not emitted."""
        self.setText(text)

    def commit_pre_edit(self) -> None:
        """Take in the letters that an input method still holds."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def caret(self) -> int:
        """Where the caret stands."""
        return self.cursorPosition()

    def set_caret(self, place: int) -> None:
        """Put the caret back."""
        self.setCursorPosition(place)
