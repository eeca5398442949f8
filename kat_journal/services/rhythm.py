"""What courses themselves ask: once before they begin, or again every so many days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from kat_journal.domain.course import Course, Session, SessionStatus
from kat_journal.domain.form import Form
from kat_journal.domain.ids import CourseId, Uid
from kat_journal.domain.schedule import Asking, course_askings, is_before

UNNAMED = Course(CourseId(1), Uid(""), "")
"""Stands for the first course until it is begun; its sessions join that one, and their askings with them."""


def askings_of_courses(
    forms: Iterable[Form], courses: Sequence[Course], sessions: Sequence[Session], now: datetime
) -> tuple[Asking, ...]:
    """What every course asks up to now, counted from its first session that was held.

    Before any was held, only what belongs before the first session is asked, and nothing once its time has passed:
    then the person is asked first whether it took place.

    Args:
        forms: The forms that may be offered.
        courses: Every course, oldest first.
        sessions: Every session that was not cancelled, oldest first.
        now: This instant.
    """
    forms = tuple(forms)
    before = tuple(form for form in forms if form.timing is not None and is_before(form.timing))
    askings: list[Asking] = []
    for course, own in _sessions_by_course(courses, sessions):
        held = [session for session in own if session.status is SessionStatus.HELD]
        first = (held or own)[0]
        if first.start is not None and (held or first.start > now):
            askings += course_askings(forms if held else before, course, first.start, first.zone, now)
    return tuple(askings)


def _sessions_by_course(
    courses: Sequence[Course], sessions: Sequence[Session]
) -> Iterator[tuple[Course, list[Session]]]:
    """Each course with its sessions, where it has any; sessions without a course are the first one's."""
    for place, course in enumerate(courses or (UNNAMED,)):
        own = [s for s in sessions if s.course_id == course.id or (s.course_id is None and place == 0)]
        if own:
            yield course, own
