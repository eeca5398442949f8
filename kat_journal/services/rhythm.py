"""What courses themselves ask: once before they begin, or again every so many days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from kat_journal.domain.course import Course, Session, SessionStatus
from kat_journal.domain.form import Anchor, Form
from kat_journal.domain.ids import CourseId, Uid
from kat_journal.domain.schedule import Asking, course_askings, is_before

UNNAMED = Course(CourseId(1), Uid(""), "")
"""Stands for the first course until it is begun; its sessions join that one, and their askings with them."""


def askings_of_courses(
    forms: Iterable[Form],
    courses: Sequence[Course],
    sessions: Sequence[Session],
    now: datetime,
    since: datetime | None = None,
) -> tuple[Asking, ...]:
    """What every course asks up to now, counted from its first session that was held.

    Before any was held, only what belongs before the first session is asked, and nothing once its time has passed:
    then the person is asked first whether it took place. What comes again is asked by one course at a time: once the
    next one has begun, that one asks.

    Args:
        forms: The forms that may be offered.
        courses: Every course, oldest first.
        sessions: Every session that was not cancelled, oldest first.
        now: This instant.
        since: What had closed by then may be left out.
    """
    forms = tuple(form for form in forms if form.timing is not None and form.timing.anchor is Anchor.COURSE_START)
    before = tuple(form for form in forms if form.timing is not None and is_before(form.timing))
    firsts = [
        (course, *found)
        for course, own in _sessions_by_course(courses, sessions)
        if (found := _first(own, now)) is not None
    ]
    begun = sorted(start for _, first, start in firsts if first.status is SessionStatus.HELD)
    askings: list[Asking] = []
    for course, first, start in firsts:
        held = first.status is SessionStatus.HELD
        until = next((later for later in begun if held and later > start), None)
        asked = course_askings(forms if held else before, course, start, first.zone, now, since)
        askings += [one for one in asked if until is None or one.opens < until]
    return tuple(askings)


def _first(own: Sequence[Session], now: datetime) -> tuple[Session, datetime] | None:
    """What a course counts from: its first session that was held, or else the first one while it is still ahead."""
    held = ((one, one.start) for one in own if one.status is SessionStatus.HELD and one.start is not None)
    if (first := next(held, None)) is not None:
        return first
    start = own[0].start
    return (own[0], start) if start is not None and start > now else None


def _sessions_by_course(
    courses: Sequence[Course], sessions: Sequence[Session]
) -> Iterator[tuple[Course, list[Session]]]:
    """Each course with its sessions, where it has any; sessions without a course are the first one's."""
    for place, course in enumerate(courses or (UNNAMED,)):
        own = [s for s in sessions if s.course_id == course.id or (s.course_id is None and place == 0)]
        if own:
            yield course, own
