"""A session's parts in order of time, under a heading for each time."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Form, Kind, Phase
from kat_journal.domain.ids import FormId
from kat_journal.gui.sessions.words import part_state, tr
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.emptying import empty
from kat_journal.gui.widgets.listed import Listed
from kat_journal.services.parts import Part, PartState


class Time(IntEnum):
    """The times around a session, in order."""

    BEFORE = 0
    RECORD = 1
    FIRST_HOURS = 2
    NEXT_DAY = 3
    DAYS_AFTER = 4
    WEEK_AFTER = 5
    LATER = 6
    PAGES = 7


_TIMES = {
    Phase.BEFORE: Time.BEFORE,
    Phase.DAY_OF: Time.FIRST_HOURS,
    Phase.FIRST_HOURS: Time.FIRST_HOURS,
    Phase.NEXT_DAY: Time.NEXT_DAY,
    Phase.DAYS_AFTER: Time.DAYS_AFTER,
    Phase.WEEK_AFTER: Time.WEEK_AFTER,
}


class SessionParts(QWidget):
    """Groups of rows.

    Signals:
        opened: A part to open.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._first: QWidget | None = None

    @property
    def first(self) -> QWidget | None:
        """The first that can be opened: with the focus there, the page begins at its top."""
        return self._first

    def show_parts(self, parts: Sequence[Part], forms: Mapping[FormId, Form], zone: str, now: datetime) -> None:
        """Show other parts."""
        empty(self._rows)
        self._first = None
        for time, group in grouped(parts, forms):
            self._rows.addSpacing(8 if self._rows.count() else 0)
            self._rows.addWidget(texts.subheading(_heading(time), f"time-{time.name.lower().replace('_', '-')}"))
            for part in group:
                button = self._button(part)
                self._rows.addWidget(Listed(part.title, part_state(part, zone, now), button, name=_name(part)))
                self._first = self._first or button

    def _button(self, part: Part) -> buttons.Button | None:
        if part.state is PartState.NOT_YET:
            return None
        button = buttons.secondary(_action(part), f"open-{_name(part)}")
        button.clicked.connect(lambda: self.opened.emit(part))
        return button


def grouped(parts: Sequence[Part], forms: Mapping[FormId, Form]) -> list[tuple[Time, list[Part]]]:
    """The parts by their time, each group in the order it came in."""
    groups: dict[Time, list[Part]] = {}
    for part in parts:
        groups.setdefault(_time_of(part, forms), []).append(part)
    return sorted(groups.items())


def _time_of(part: Part, forms: Mapping[FormId, Form]) -> Time:
    form = forms.get(part.form_id)
    if part.state is PartState.PAGE:
        return Time.PAGES
    if form is not None and form.kind is Kind.RECORD:
        return Time.RECORD
    return _TIMES.get(form.phase, Time.LATER) if form is not None else Time.LATER


def _heading(time: Time) -> str:
    return {
        Time.BEFORE: tr("Before"),
        Time.RECORD: tr("The session itself"),
        Time.FIRST_HOURS: tr("The first hours and the evening"),
        Time.NEXT_DAY: tr("The next day"),
        Time.DAYS_AFTER: tr("The days after"),
        Time.WEEK_AFTER: tr("A week after"),
        Time.LATER: tr("Later"),
        Time.PAGES: tr("Your own pages"),
    }[time]


def _name(part: Part) -> str:
    return f"part-{part.form_id.partition(':')[2]}"


def _action(part: Part) -> str:
    if part.uid is None:
        return tr("Begin")
    return tr("Go on") if part.state is PartState.STARTED else tr("Read or change")
