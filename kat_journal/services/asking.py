"""Questions for the team, spoken of on Today in the days before someone can answer them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import SessionStatus
from kat_journal.services.courses import CourseService
from kat_journal.services.practices import PracticeService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService

NOT_FOR: Final = "questions.not-for"
"""Setting: the meeting for which the person wants to hear no more of them."""

SOON: Final = 3
"""How many days before a meeting they are spoken of."""


class AskingService:
    """Counts the questions for the next session or appointment."""

    def __init__(
        self, practices: PracticeService, courses: CourseService, settings: SettingsService, clock: Clock
    ) -> None:
        self._practices = practices
        self._courses = courses
        self._settings = settings
        self._clock = clock

    def offer(self) -> Reminder | None:
        """How many questions there are for a meeting that is near."""
        near = self._near()
        if near is None or self._settings.get(NOT_FOR) == near[1]:
            return None
        count = len(self._practices.questions())
        if not count:
            return None
        today = self._practices.today()
        return Reminder(ReminderKind.QUESTIONS, str(count), day=near[0], days=(near[0] - today).days)

    def put_off(self) -> None:
        """Say nothing more of them for that meeting."""
        near = self._near()
        if near is not None:
            self._settings.put(NOT_FOR, near[1])

    def _near(self) -> tuple[date, str] | None:
        """The day of the next meeting, if it is near, and its own name."""
        now, today = self._clock.now(), self._practices.today()
        at, name = min(((at, name) for at, name in self._meetings() if at > now), default=(now, ""))
        day = local_day(at, self._clock.zone())
        return (day, f"{name}@{day.isoformat()}") if name and (day - today).days <= SOON else None

    def _meetings(self) -> Iterator[tuple[datetime, str]]:
        for appointment in self._courses.appointments():
            yield appointment.at, f"appointment:{appointment.id}"
        for session in self._courses.sessions():
            if session.status is SessionStatus.PLANNED and session.start is not None:
                yield session.start, f"session:{session.id}"
