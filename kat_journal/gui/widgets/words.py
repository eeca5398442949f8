"""Where a person writes: plain words, in the type they are read in, kept character by character."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.tokens import Restyled, size_token

_FEWEST_LINES = 2
_MOST_LINES = 8


class Words(QTextEdit, Restyled):
    """A field for the person's own words.

    ``set_words`` and ``words`` give back the same text, after the fold of ``plain.folded``.

    Signals:
        changed: The person changed the text, or an input method shows letters that are not in it yet.
            ``set_words`` does not emit it.
    """

    changed = Signal()
    leading = size_token("leading")

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        accessible: str = "",
        placeholder: str = "",
        grows: bool = False,
    ) -> None:
        """Make an empty field; one that grows is as high as its text, from two lines to eight."""
        super().__init__(parent)
        self._grows = False
        self._loading = False
        self._pre_edit = ""
        self.setProperty("kind", "words")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setAutoFormatting(QTextEdit.AutoFormattingFlag.AutoNone)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)  # the style sheet's padding is the only one
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.grows = grows

    @property
    def grows(self) -> bool:
        """Whether the field is as high as its text."""
        return self._grows

    @grows.setter
    def grows(self, grows: bool) -> None:
        self._grows = grows
        policy = QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self._fit()

    def words(self) -> str:
        """The text as it is kept, without what an input method has not handed over yet."""
        return folded(self.document().toRawText())

    def set_words(self, text: str) -> None:
        """Show a text, the caret before it; there is nothing to undo then."""
        self._loading = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        # Emptied, spaced and filled in one edit block: then Qt lays out only what is seen, and the rest at leisure.
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        document.clear()
        cursor.mergeBlockFormat(self._spacing())
        cursor.insertText(folded(text))
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        self.set_caret(0)
        self._loading = False

    def commit_pre_edit(self) -> None:
        """Take the letters that an input method still holds into the text."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def caret(self) -> int:
        """Where the caret stands, in Qt's own count; only ``set_caret`` understands it."""
        return self.textCursor().position()

    def set_caret(self, place: int) -> None:
        """Put the caret where ``caret`` said it was, or as near as the text allows."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(0, place), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def restyled(self) -> None:
        """Space the lines as the style sheet says, which it does when the field is first shown."""
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self._spacing())
        self.document().setUndoRedoEnabled(True)
        self._loading = False
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only; a dropped or copied file is not text, even where it comes with its name."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop the bare text."""
        if self.canInsertFromMimeData(source):
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.insertText(folded(source.text()))
            cursor.endEditBlock()
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the bare text, as it is kept."""
        data = QMimeData()
        data.setText(folded(self.textCursor().selectedText()))
        return data

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow what an input method shows."""
        super().inputMethodEvent(event)
        if event.preeditString() != self._pre_edit:
            self._pre_edit = event.preeditString()
            self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret where the writing goes on."""
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        """About the width of a page and half its height."""
        metrics = self.fontMetrics()
        return QSize(40 * metrics.averageCharWidth(), _MOST_LINES * metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        metrics = self.fontMetrics()
        return QSize(12 * metrics.averageCharWidth(), _FEWEST_LINES * metrics.lineSpacing() + self._around())

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _spacing(self) -> QTextBlockFormat:
        """The line height; a block that is split from another inherits it."""
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(float(self.leading or 100), kind.value)
        return spacing

    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def _fit(self) -> None:
        if not self._grows:
            return
        line = self.fontMetrics().lineSpacing() * (self.leading or 100) / 100
        text = self.document().size().height()
        height = round(min(max(text, _FEWEST_LINES * line), _MOST_LINES * line)) + self._around()
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
