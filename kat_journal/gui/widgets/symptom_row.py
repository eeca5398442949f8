"""One symptom of a check-in: whether it was there, how much it bothered, and whether it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import toggle
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.digits import digit_of
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.symptom_details import SymptomDetails
from kat_journal.gui.widgets.texts import Text, muted
from kat_journal.gui.widgets.tokens import Restyled, size_token

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class SymptomValue:
    """What a row says. Nothing given, "noticed, but not rated" and "not at all" are three different values.

    Attributes:
        ticked: The person noticed it.
        bother: Points of the scale; 0 is "not at all" and is never ticked; None is not rated.
        started: ``just-after``, ``later-that-day``, ``next-day``, ``later`` or empty.
        gone: ``yes``, ``partly``, ``no``, ``unknown`` or empty.
        note: The person's words.
    """

    ticked: bool = False
    bother: int | None = None
    started: str = ""
    gone: str = ""
    note: str = ""


class SymptomRow(QFrame, Restyled):
    """A row of a check-in. Untouched it says nothing; unticking it clears all that it said.

    Keys: space or Enter ticks; a digit sets the bother at once, 0 for "not at all", and the row is done; left and right
    move among the points; up and down leave the row. A key that is held down answers once.

    Signals:
        answered: The person changed the value.
        rated: A digit said all there is to say; the page goes on from here.
        step_wanted: The person wants the row above (-1) or below (1); the page decides what that is.
    """

    answered = Signal()
    rated = Signal()
    step_wanted = Signal(int)
    gap = size_token("gap")
    small_gap = size_token("small_gap")

    def __init__(
        self,
        name: str,
        words: str,
        points: Sequence[tuple[int, str]],
        note: bool = False,
        parent: QWidget | None = None,
        *,
        asks_for_words: bool = False,
    ) -> None:
        """Show a symptom in plain words; ``points`` may hold 0, which is never a button.

        A row that asks for words opens its note as soon as it is ticked: its own words say nothing yet.
        """
        super().__init__(parent)
        self._asks_for_words = asks_for_words
        self.setProperty("kind", "rows")
        self.setObjectName(name)
        self._name, self._words, self._note = name, words, note
        self._scale = dict(points)
        self._zero_chosen = False
        self._not_at_all: Text | None = None
        self._points: Choices | None = None
        self._details: SymptomDetails | None = None
        self._line = QWidget(self)  # made first: Tab follows the order in which widgets are made
        self._toggle = toggle(words, f"{name}-tick", self._line)
        self._top = FlowLayout(self._line)
        self._top.addWidget(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._toggle.clicked.connect(self._on_toggled)

    @property
    def first(self) -> QWidget:
        """What takes the focus first. Not a focus proxy: one that stands for its own parent lets Tab go in circles."""
        return self._toggle

    def value(self) -> SymptomValue:
        """What the row says now."""
        if self._zero_chosen:
            return SymptomValue(bother=0)
        if not self._toggle.isChecked():
            return SymptomValue()
        points, details = self._unfolded()
        key = points.key()
        return SymptomValue(True, int(key) if key else None, details.started(), details.gone(), details.note())

    def set_value(self, value: SymptomValue) -> None:
        """Show a value, without a signal."""
        self._zero_chosen = value.bother == 0
        ticked = not self._zero_chosen and (value.ticked or value.bother is not None)
        self._toggle.setChecked(ticked)
        if ticked or self._points is not None:
            kept = value if ticked else SymptomValue()
            points, details = self._unfolded()
            points.set_key("" if kept.bother is None else str(kept.bother))
            details.set_values(kept.started, kept.gone, kept.note)
            points.setVisible(ticked)
            details.setVisible(ticked and (self._asks_for_words or bool(points.key())))
        self._show_zero()
        self._describe(value.bother)

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        self._top.setSpacing(self.gap)
        self._column.setSpacing(self.small_gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer to digits and arrows, wherever in the row the focus is; a note keeps its own keys."""
        digit = digit_of(event)
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            on, back = back, on
        if digit is not None and digit in {0, *self._scale}:
            if not event.isAutoRepeat():
                self._rate(digit)
        elif event.key() == on and self._toggle.hasFocus() and self._toggle.isChecked():
            self._unfolded()[0].focus_first()
        elif event.key() == back and not self._toggle.hasFocus():
            self._toggle.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.key() in _ROWS:
            self.step_wanted.emit(_ROWS[Qt.Key(event.key())])
        else:
            event.ignore()

    def _unfolded(self) -> tuple[Choices, SymptomDetails]:
        """The parts that only a ticked row needs. Made then: a page of thirty rows would be slow to open otherwise."""
        if self._points is None or self._details is None:
            shown = [(str(value), text) for value, text in self._scale.items() if value > 0]
            asked = self.tr("{0}, {1}").format(self._words, self.tr("how much?"))
            self._points = Choices(f"{self._name}-bother", asked, shown, self._line, upright=False)
            self._points.chosen.connect(self._on_point)
            self._top.addWidget(self._points)
            self._details = SymptomDetails(self._name, self._words, self._note, self)
            self._details.changed.connect(self.answered)
            self._column.addWidget(self._details)
            self._put_in_order([self._toggle, *self._points, *self._details.stops()])
        return self._points, self._details

    @staticmethod
    def _put_in_order(stops: Sequence[QWidget]) -> None:
        """Let Tab find what was made later where it stands: before the next row."""
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _set_bother(self, bother: int) -> None:
        self.set_value(replace(self.value(), ticked=bother > 0, bother=bother))
        if bother == 0:
            self._toggle.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def _rate(self, digit: int) -> None:
        """Take a digit; a row whose own words say nothing yet asks for them, unless there is nothing to say."""
        self._set_bother(digit)
        if digit and self._asks_for_words:
            self._unfolded()[1].open_note()
        else:
            self.rated.emit()

    def _on_toggled(self) -> None:
        self.set_value(SymptomValue(ticked=self._toggle.isChecked()))
        if self._asks_for_words and self._toggle.isChecked():
            self._unfolded()[1].open_note()
        self.answered.emit()

    def _on_point(self, key: str) -> None:
        self._set_bother(int(key))

    def _show_zero(self) -> None:
        """Say "not at all" beside the tick where the person said so."""
        if self._zero_chosen and self._not_at_all is None:
            self._not_at_all = muted(self._words_of(0), f"{self._name}-not-at-all", self._line)
            self._top.addWidget(self._not_at_all)
        if self._not_at_all is not None:
            self._not_at_all.setVisible(self._zero_chosen)

    def _describe(self, bother: int | None) -> None:
        """Let a screen reader hear on the tick what the row says of it."""
        unrated = self.tr("how much?") if self._toggle.isChecked() else ""
        self._toggle.setAccessibleDescription(unrated if bother is None else self._words_of(bother))

    def _words_of(self, bother: int) -> str:
        return self._scale.get(bother, "" if bother else self.tr("Not at all"))
