"""What the page for words without opening shows: a sentence, a place to write, and a way back."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kat_journal.gui.clearing import take_pre_edit
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.saved import SavedLabel, SaveState
from kat_journal.gui.widgets.words import Words


class Room(Words):
    """Takes the room that is left and asks for little, so that the button below it stays in sight."""

    def sizeHint(self) -> QSize:
        """A few lines."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A line more than elsewhere."""
        least = super().minimumSizeHint()
        return QSize(least.width(), least.height() + round(1.5 * self.fontMetrics().lineSpacing()))


class KeptLabel(SavedLabel):
    """Says "Kept": the words are locked away, not saved where they could be read."""

    def _text(self, state: SaveState) -> str:
        texts_ = {
            SaveState.NOTHING: "",
            SaveState.SAVING: self.tr("Keeping\u2026"),
            SaveState.SAVED: self.tr("Kept"),
            SaveState.NOT_SAVED: self.tr("Not kept yet"),
        }
        return texts_[state]


class SealedView(Page):
    """Large and calm; nothing to decide.

    Signals:
        changed: The person changed the text.
        handed_over: Keep what is there now: the page may be gone in a moment.
        enough: The person wants to go back.
        given_up: The person goes back although something could not be kept.
    """

    changed = Signal()
    handed_over = Signal()
    enough = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="sealed-page")
        self.setAccessibleName(self.tr("Words without opening"))
        self._words = Room(name="sealed-words", accessible=self.tr("A few words"))
        self._about = texts.muted(
            self.tr("Locked as you type. Nobody can read this here, not even you, until the journal is opened."),
            "sealed-about",
        )
        self._words.setAccessibleDescription(self._about.text())
        self._kept = KeptLabel(name="saved")
        self._enough = buttons.primary(self.tr("That is enough"), "enough")
        self._notice = Notice(name="sealed-trouble")
        self.column.addWidget(texts.heading(self.tr("A few words"), "sealed-heading"))
        self.column.addWidget(self._about)
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self._notice)
        self.column.addLayout(row(self._enough, self._kept, gap=22))
        self.column.addStretch(0)  # takes the room where there is nothing to write on
        self._words.changed.connect(self.changed)
        self._enough.clicked.connect(self.enough)

    def text(self) -> str:
        """What is written."""
        return self._words.words()

    def start_focus(self) -> None:
        """Begin to write, or to go back where nothing can be kept."""
        (self._enough if self._words.isReadOnly() else self._words).setFocus()

    def flush(self) -> None:
        """Hand over every letter, those that an input method still holds included."""
        take_pre_edit(self.window())
        self.handed_over.emit()

    def lock(self) -> None:
        """Go, whoever asks for it; an open journal would be locked."""
        self.enough.emit()

    def show_state(self, state: SaveState) -> None:
        """Show whether the words are kept."""
        self._kept.show_state(state)
        if state is SaveState.SAVED:
            self._notice.clear()

    def show_trouble(self, words: str, *, leaving: bool) -> None:
        """Say why the words could not be kept; they stay where they are, and can be copied."""
        if self._notice.text() == words and not leaving:
            return  # it is tried again and again: to hear of it each time would drown the words
        copy = buttons.secondary(self.tr("Copy my words"), "copy-words")
        copy.clicked.connect(self._on_copy)
        leave = buttons.secondary(self.tr("Leave without them"), "leave-without")
        leave.clicked.connect(self.given_up)
        self._notice.show_text(words, (copy, leave) if leaving else (copy,))
        tab_in_reading_order(self.column)
        if leaving:
            QTimer.singleShot(0, self, self._bring_notice)  # once the page has grown by it

    def show_useless(self, words: str) -> None:
        """Say that nothing can be kept here now, and take no more words."""
        self._words.setReadOnly(True)
        self._words.setVisible(self.text() != "")
        self._about.hide()
        self._enough.setText(self.tr("Back"))
        self._notice.show_text(words)
        self.start_focus()

    def _bring_notice(self) -> None:
        self.bring_into_view(self._notice)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
