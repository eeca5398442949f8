"""The sessions about now, as marks on Today's line; all of a course stand on Sessions."""

from datetime import datetime

from kat_journal.domain.clock import local_day
from kat_journal.gui.ribbon import named
from kat_journal.gui.widgets.timeline import Mark, MarkKind
from kat_journal.services.today import TodayView

BEFORE, AHEAD = 6, 6
"""At most so many sessions stand on either side of now."""


def marks_about_now(view: TodayView, now: datetime) -> list[Mark]:
    """The nearest sessions, those that were and those to come."""
    marks = sorted(view.marks, key=lambda mark: mark.when)
    passed = sum(1 for mark in marks if mark.when <= now)
    near = marks[max(0, passed - BEFORE) : passed + AHEAD]
    return named(
        [
            (mark.when, local_day(mark.when, view.zone), MarkKind.HELD if mark.held else MarkKind.PLANNED)
            for mark in near
        ]
    )
