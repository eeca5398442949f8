"""The hours after a session, in which nothing that cannot be undone should be done by the way."""

from datetime import datetime, time, timedelta
from typing import Final

from kat_journal.domain.clock import Clock, local_day, zone_of
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.services.courses import CourseService

MORNING: Final = time(6)
"""When the day after a session begins."""


class CalmHours:
    """Tells whether a deletion, an export or another passphrase had better wait; the person may do it all the same."""

    def __init__(self, courses: CourseService, clock: Clock) -> None:
        self._courses = courses
        self._clock = clock

    def active(self) -> bool:
        """Whether a session took place, and the morning after it has not come yet."""
        now, zone = self._clock.now(), self._clock.zone()
        return any(_is_calm(session, now, zone) for session in self._courses.sessions())


def _is_calm(session: Session, now: datetime, zone: str) -> bool:
    start, end = session.start, session.end
    if session.status is not SessionStatus.HELD or start is None or end is None:
        return False
    next_day = local_day(end, zone) + timedelta(days=1)
    return start <= now < datetime.combine(next_day, MORNING, zone_of(zone))
