"""What is coming, day by day: times and one neutral word for each."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kat_journal.domain.clock import local_day
from kat_journal.gui.dates import clock_time, long_day
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, subheading
from kat_journal.services.ahead import Ahead, AheadKind

_CLOSE, _BESIDE = 4, 16


class ComingCard(Card):
    """The list.

    Signals:
        sessions_asked: There is nothing yet, and the person wants to plan something.
    """

    sessions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="coming")
        self.column.addWidget(subheading(self.tr("The next four weeks"), "coming-heading"))
        self._empty = muted(
            self.tr("Nothing is coming yet. Plan a session or note an appointment, and you find it here."),
            "coming-empty",
        )
        self._sessions = secondary(self.tr("Go to Sessions"), "go-to-sessions")
        self._sessions.clicked.connect(self.sessions_asked)
        self.column.addWidget(self._empty)
        self.column.addLayout(row(self._sessions))
        self._rows: list[QWidget] = []
        self._empty.hide()
        self._sessions.hide()

    def show_ahead(self, found: Sequence[Ahead], zone: str) -> None:
        """Show it, in the zone where the person is. What is the same at the same time is said once."""
        for old in self._rows:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        self._empty.setVisible(not found)
        self._sessions.setVisible(not found)
        for day, own in groupby(found, lambda ahead: local_day(ahead.when, zone)):
            lines = dict.fromkeys((clock_time(ahead.when, zone), self._word(ahead.kind)) for ahead in own)
            rows = _Day(long_day(day), tuple(lines), f"coming-{len(self._rows)}", self)
            self._rows.append(rows)
            self.column.addWidget(rows)

    def _word(self, kind: AheadKind) -> str:
        words = {
            AheadKind.SESSION: self.tr("Session"),
            AheadKind.APPOINTMENT: self.tr("Appointment"),
            AheadKind.OPEN: self.tr("A page opens"),
        }
        return words[kind]


class _Day(QWidget):
    """A day, and below it each time beside its word."""

    def __init__(self, day: str, lines: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(_CLOSE)
        grid.setHorizontalSpacing(_BESIDE)
        grid.setColumnStretch(1, 1)
        grid.addWidget(muted(day, f"{name}-day"), 0, 0, 1, 2)
        for place, (time, word) in enumerate(lines):
            grid.addWidget(body(time, f"{name}-time-{place}"), place + 1, 0)
            grid.addWidget(body(word, f"{name}-word-{place}"), place + 1, 1)
