"""The preview: the summary on paper, or the file itself, character by character."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.kept_paper import KeptPaper
from kat_journal.gui.share.lending import LendingPage
from kat_journal.gui.share.paper import Ink
from kat_journal.gui.share.slices import Slices
from kat_journal.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Composed:
    """A summary with the bytes that saving will write.

    Attributes:
        data: The file; None for a format that is made only when it is saved.
        text: The file as plain text; of such a format, its words.
        words: How many words the document has, ours and the person's.
    """

    summary: Summary
    data: bytes | None
    text: str
    words: int


class Preview(LendingPage):
    """Shows what would leave. Nothing in it can be changed; all of it can be marked and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composed: Composed | None = None
        self._plain = False
        self._paper: KeptPaper | None = None
        self._own: QTextDocument | None = None  # Qt deletes the one that it made itself
        self._stood = 0
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
        theme.changed.connect(self._show_anew)

    @property
    def composed(self) -> Composed | None:
        """What is shown."""
        return self._composed

    @property
    def is_ready(self) -> bool:
        """Whether all of it is on the paper."""
        return not self._slices.is_running

    def show_composed(self, composed: Composed) -> None:
        """Show another summary, at the same place on the page."""
        self._composed = composed
        if self._plain:
            self._show_words(composed.text)
        elif self._paper is None or not self.is_ready or not self._change(self._paper, composed.summary):
            self._show_anew()

    def show_nothing(self, words: str) -> None:
        """Say why there is no summary."""
        self._composed = None
        self._show_words(words)

    def show_plain(self, plain: bool) -> None:
        """Show the file's own characters, or the page as it reads."""
        self._plain = plain
        self._show_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: Qt scrolls to its caret before the page has its size."""
        stood = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(stood)

    @Slot()  # the theme outlives the page
    def _show_anew(self) -> None:
        if self._composed is None:
            return
        if self._plain:
            self._show_words(self._composed.text)
            return
        paper = KeptPaper(self._document(), self._ink())
        self._slices.run(self._filled(paper, self._composed.summary), self._release)

    def _filled(self, paper: KeptPaper, summary: Summary) -> Iterator[None]:
        """Write it in sight, so that it is laid out bit by bit; the old picture stays until all of it is there."""
        self._hold()
        self._put(paper.document)
        self._paper = paper
        yield from paper.fill(summary)

    def _change(self, paper: KeptPaper, summary: Summary) -> bool:
        self._hold()
        changed = paper.change(summary)
        self._release()
        return changed

    def _show_words(self, words: str) -> None:
        self._slices.stop()
        self._paper = None
        document = self._document()
        document.setDefaultFont(self._ink().font)
        document.setPlainText(words)
        self._hold()
        self._put(document)
        self._release()

    def _hold(self) -> None:
        """Remember where on the page the person is, and paint nothing until :meth:`_release`."""
        if self.updatesEnabled():
            self._stood = self.verticalScrollBar().value()
            self.setUpdatesEnabled(False)

    def _release(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(min(self._stood, bar.maximum()))
        self.setUpdatesEnabled(True)

    def _put(self, document: QTextDocument) -> None:
        old, self._own = self._own, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()

    def _document(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentMargin(self._theme.size("pad-choice"))
        document.setUndoRedoEnabled(False)
        return document

    def _ink(self) -> Ink:
        self.ensurePolished()
        font = self.font()
        font.setPixelSize(self._theme.size("text"))
        colour = self._theme.colour
        return Ink(font, colour("ink"), colour("muted"), colour("line"))
