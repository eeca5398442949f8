"""The panel at the foot of the window: three choices and one line of words."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kat_journal.domain.practice import Carry
from kat_journal.gui.catching import words
from kat_journal.gui.catching.beside import beside
from kat_journal.gui.catching.returns import A_DAY, TWO_WEEKS, WHENS, Returns
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, small, subheading

KEY = "Ctrl+J"
MARGIN, GAP = 24, 10
LONGEST = 1_000_000
"""Letters: whatever can be pasted, for a field of one line would cut it off."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CatchPanel(QFrame):
    """Takes a few words. Never a dialog: the page above stays as it is.

    Attributes:
        widest: The width of a page's column.
        left: Where the page above begins.

    Signals:
        given: The person wants these words kept.
        put_away: The person goes back to the page; what is typed stays here.
    """

    given = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "catch")
        self.setObjectName("catch")
        self.widest, self.left = 0, 0
        self.is_dim = False
        self._area = QScrollArea(self)
        self._area.setViewport(QWidget(self._area))  # its own: see Page
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(GAP)
        self._area.setWidget(self._inside)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._area)
        self._fill()
        self._inside.installEventFilter(self)
        self.choose(Carry.QUESTION)
        self.hide()

    def start_focus(self) -> None:
        """Begin in the line, the caret after what is there."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        self._keep_in_sight()

    def kind(self) -> Carry:
        """The chosen kind."""
        return Carry(self.kinds.key())

    def choose(self, kind: Carry) -> None:
        """Choose a kind for the person."""
        self.kinds.set_key(kind)
        self._on_chosen()

    def words(self) -> str:
        """The words as they are kept."""
        return folded(self.line.text())

    def forget(self) -> None:
        """Empty the line, and forget what could be undone in it."""
        self.line.setText("")
        self.returns.forget()
        self._notice.clear()

    def set_dim(self, dim: bool) -> None:
        """Say the rule of the hours after a session instead of asking when it comes back."""
        self.is_dim = dim
        self._on_chosen()

    def set_busy(self, busy: bool) -> None:
        """Take nothing while something is being kept."""
        self.keep.setEnabled(not busy)

    def show_trouble(self, text: str) -> None:
        """Say what went wrong; what is typed stays."""
        self._notice.show_text(text)

    def draft(self) -> dict[str, str]:
        """What stands here, for the next unlocking."""
        if not self.words():
            return {}
        when = {"when": self.returns.key(), "day": self.returns.day.date().toString(Qt.DateFormat.ISODate)}
        return {"kind": self.kind(), "words": self.words(), **when, "open": "" if self.isHidden() else "yes"}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show again what :meth:`draft` gave."""
        kind, when = draft.get("kind", ""), draft.get("when", "")
        self.choose(Carry(kind) if kind in set(Carry) else Carry.QUESTION)
        self.line.setText(folded(draft.get("words", "")))
        day = QDate.fromString(draft.get("day", ""), Qt.DateFormat.ISODate)
        if when == A_DAY and day.isValid():
            self.returns.day.setDate(day)
        self.returns.set_key(when if when in WHENS else TWO_WEEKS)

    def event(self, event: QEvent) -> bool:
        """Have Escape for itself, where the page has a shortcut on it."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away, Enter in the line keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in _ENTER and self.line.hasFocus():
            if not event.isAutoRepeat():
                self.given.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as what is in it, and keep the line in sight where that is too much."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
            QTimer.singleShot(0, self, self._keep_in_sight)  # the layout is not settled yet
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that another width asks for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of what is in it, and leave the page a third of the window."""
        start, end = beside(self.width(), self.left, self.widest)
        self._column.setContentsMargins(start, MARGIN // 2, end, MARGIN // 2)
        parent = self.parentWidget()
        most = parent.height() * 2 // 3 if parent is not None else LONGEST
        wished = self._column.totalHeightForWidth(self.width())
        self.setFixedHeight(min(most, wished) + 1)  # and its edge

    def _keep_in_sight(self) -> None:
        if self.line.hasFocus():  # all of it: Qt would be content with its caret
            middle = self.line.geometry().center()
            self._area.ensureVisible(0, middle.y(), 0, self.line.height() // 2 + GAP)

    def _fill(self) -> None:
        keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
        title = subheading(self.tr("Keep something"), "catch-title")
        hint = small(self.tr("{keys} on any page").format(keys=keys), "catch-keys")
        self._column.addLayout(row(title, hint, gap=GAP * 2))
        self.kinds = Choices("catch-kind", self.tr("What it is"), words.kinds(), self)
        self.kinds.chosen.connect(self._on_chosen_by_hand)
        self._column.addWidget(self.kinds)
        self.line = Line(name="catch-words")
        self.line.setMaxLength(LONGEST)
        self.keep = buttons.primary(self.tr("Keep"), "catch-keep")
        self.keep.clicked.connect(self.given)
        away = buttons.secondary(self.tr("Not now"), "catch-away")
        away.setAccessibleDescription(self.tr("What is typed stays here."))
        away.clicked.connect(self.put_away)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.line, 1)
        for button in (self.keep, away):
            line.addWidget(button)
        self._column.addLayout(line)
        self._rule = muted(words.rule(), "catch-rule")
        self._column.addWidget(self._rule)
        self.returns = Returns("catch", self)
        self._column.addWidget(self.returns)
        self._notice = Notice(self, name="catch-trouble")
        self._column.addWidget(self._notice)

    def _on_chosen_by_hand(self) -> None:
        self._on_chosen()
        self.start_focus()

    def _on_chosen(self) -> None:
        kind = self.kind()
        later = kind is Carry.LATER
        self._rule.setVisible(later and self.is_dim)
        self.returns.setVisible(later and not self.is_dim)
        self.line.setPlaceholderText(words.asks(kind))
        self.line.setAccessibleName(words.asks(kind))
        # Never empty: Qt would say the placeholder, which is the name, a second time.
        self.line.setAccessibleDescription(words.rule() if later and self.is_dim else words.keys())
