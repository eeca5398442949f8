"""Practices, things parked for later, and questions for the team."""

from datetime import date

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.ids import SessionId, Uid
from kat_journal.domain.practice import Later, LaterState, Practice, Question
from kat_journal.domain.response import ShareMark
from kat_journal.storage.practices import Practices


class PracticeService:
    """Keeps what a person carries forward."""

    def __init__(self, practices: Practices, clock: Clock) -> None:
        self._practices = practices
        self._clock = clock

    def practices(self) -> tuple[Practice, ...]:
        """The practices that have not ended."""
        return tuple(practice for practice in self._practices.practices() if not practice.ended)

    def add(self, words: str) -> Practice:
        """Carry a small step forward."""
        return self._practices.add_practice(words, self._clock.now())

    def done_today(self, uid: Uid) -> None:
        """Note that it was done today."""
        self._practices.mark_done(uid, local_day(self._clock.now(), self._clock.zone()))

    def end(self, uid: Uid) -> None:
        """Let a practice rest."""
        self._practices.end(uid)

    def park(self, words: str, returns_on: date, session_id: SessionId | None = None) -> Later:
        """Park a decision or a big idea until a day."""
        return self._practices.add_later(words, returns_on, self._clock.now(), session_id)

    def returned(self) -> tuple[Later, ...]:
        """What has come back and waits for a word."""
        today = local_day(self._clock.now(), self._clock.zone())
        return tuple(
            later
            for later in self._practices.laters()
            if later.state is LaterState.WAITING and later.returns_on <= today
        )

    def settle(self, uid: Uid, state: LaterState) -> None:
        """Say what became of a parked idea."""
        self._practices.set_later(uid, state)

    def questions(self) -> tuple[Question, ...]:
        """The questions that were not asked yet."""
        return tuple(question for question in self._practices.questions() if not question.asked)

    def ask(self, words: str) -> Question:
        """Gather a question for the team."""
        return self._practices.add_question(words, self._clock.now())

    def mark_question(self, uid: Uid, mark: ShareMark) -> None:
        """Say whether a question may be shared; it starts private."""
        self._practices.set_question(uid, share=mark is ShareMark.SHARE)
