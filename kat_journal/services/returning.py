"""What was parked comes back on its day: one at a time, one a day, and never on the day of a session."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import Uid
from kat_journal.domain.practice import Carry, LaterState
from kat_journal.services.courses import CourseService
from kat_journal.services.practices import A_WHILE, PracticeService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService

ANSWERED_ON: Final = "later.answered-on"
"""Setting: the day on which something that had come back was answered last."""

A_MONTH: Final = timedelta(days=30)
SET_BACK: Final = 7
"""For so many days a clock that was set back makes nothing come early; one that was years ahead is not waited for."""


@dataclass(frozen=True, slots=True)
class ReturnDays:
    """The days on which something parked today can come back.

    Attributes:
        before_session: The day before the next planned session; None where there is none, or it comes too soon.
    """

    today: date
    two_weeks: date
    month: date
    before_session: date | None = None


class ReturnService:
    """Says what has come back, and takes what the person says of it."""

    def __init__(
        self, practices: PracticeService, courses: CourseService, settings: SettingsService, clock: Clock
    ) -> None:
        self._practices = practices
        self._courses = courses
        self._settings = settings
        self._clock = clock

    def days(self) -> ReturnDays:
        """When something parked now can come back."""
        today, now, zone = self._practices.today(), self._clock.now(), self._clock.zone()
        starts = [one.start for one in self._courses.sessions() if one.status is SessionStatus.PLANNED]
        ahead = [local_day(start, zone) for start in starts if start is not None and start > now]
        before = min(ahead) - timedelta(days=1) if ahead else None
        if before is not None and before <= today:
            before = None
        return ReturnDays(today, today + A_WHILE, today + A_MONTH, before)

    def offer(self) -> Reminder | None:
        """The oldest that has come back, unless one was answered today, or a session is today."""
        if self._is_answered_for_today() or self._is_day_of_session():
            return None
        returned = self._practices.returned()
        if not returned:
            return None
        later = returned[0]
        parked = local_day(later.created_at, self._clock.zone())
        days = (self._practices.today() - parked).days
        return Reminder(ReminderKind.LATER, later.words, later.uid, later.session_id, day=parked, days=-days)

    def answer(self, uid: Uid, state: LaterState) -> Uid | None:
        """Settle it; no other comes back today. Gives the question that was made of it, if one was."""
        question = None
        if state is LaterState.TALK:
            question = self._practices.talk_about(uid)
        else:
            self._practices.settle(uid, state)
        self._settings.put(ANSWERED_ON, self._practices.today().isoformat())
        return question.uid if question is not None else None

    def take_back(self, uid: Uid, question: Uid | None = None) -> None:
        """Take back what was said of it, and the question that was made of it: it waits for a word again."""
        if question is not None:
            self._practices.take_away(Carry.QUESTION, question)
        self._practices.park_again(uid, self._practices.today())
        self._settings.put(ANSWERED_ON, "")

    def _is_answered_for_today(self) -> bool:
        try:
            answered = date.fromisoformat(self._settings.get(ANSWERED_ON))
        except ValueError:  # nothing yet; or a journal that was saved from a damaged one has lost the end of it
            return False
        return 0 <= (answered - self._practices.today()).days < SET_BACK

    def _is_day_of_session(self) -> bool:
        today, zone = self._practices.today(), self._clock.zone()
        return any(
            session.status is not SessionStatus.CANCELLED
            and session.start is not None
            and local_day(session.start, zone) == today
            for session in self._courses.sessions()
        )
