"""The preview: the summary on paper, or the file itself, character by character."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.paper import Ink, write
from kat_journal.gui.share.slices import Slices
from kat_journal.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Composed:
    """A summary with the bytes that saving will write.

    Attributes:
        words: How many words the file has, ours and the person's.
    """

    summary: Summary
    data: bytes
    words: int


class Preview(QTextEdit):
    """Shows what would leave. Nothing in it can be changed; all of it can be marked and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composed: Composed | None = None
        self._plain = False
        self._paper: QTextDocument | None = None
        self._slices = Slices(self)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("The summary as it will be saved"))
        self.setProperty("kind", "preview")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._show)

    @property
    def composed(self) -> Composed | None:
        """What is shown."""
        return self._composed

    def show_composed(self, composed: Composed) -> None:
        """Show another summary, at the same place on the page."""
        self._composed = composed
        self._show()

    def show_nothing(self, words: str) -> None:
        """Say why there is no summary."""
        self._composed = None
        self._slices.stop()
        document = QTextDocument(self)
        document.setDefaultFont(self._ink().font)
        document.setDocumentMargin(self._theme.size("pad-choice"))
        document.setPlainText(words)
        self._put(document)

    def show_plain(self, plain: bool) -> None:
        """Show the file's own characters, or the page as it reads."""
        self._plain = plain
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: Qt scrolls to its caret before the page has its size."""
        stood = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(stood)

    @Slot()  # the theme outlives the page
    def _show(self) -> None:
        if self._composed is None:
            return
        document = QTextDocument(self)
        document.setDocumentMargin(self._theme.size("pad-choice"))
        document.setUndoRedoEnabled(False)
        self._slices.stop()
        if self._plain:
            document.setDefaultFont(self._ink().font)
            document.setPlainText(self._composed.data.decode())
            self._put(document)
        else:
            self._slices.run(write(document, self._composed.summary, self._ink()), lambda: self._put(document))

    def _put(self, document: QTextDocument) -> None:
        bar = self.verticalScrollBar()
        stood, old = bar.value(), self._paper
        self._paper = document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        bar.setValue(min(stood, bar.maximum()))

    def _ink(self) -> Ink:
        self.ensurePolished()
        font = self.font()
        font.setPixelSize(self._theme.size("text"))
        colour = self._theme.colour
        return Ink(font, colour("ink"), colour("muted"), colour("line"))
