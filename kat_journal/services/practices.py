"""Practices, things parked for later, and questions for the team."""

from datetime import date, timedelta
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.ids import SessionId, Uid
from kat_journal.domain.practice import Carried, Carry, Later, LaterState, Practice, Question
from kat_journal.domain.response import ShareMark
from kat_journal.storage.practices import Practices, Taken

__all__ = ["Carry", "PracticeService", "Taken"]

A_WHILE: Final = timedelta(days=14)
"""When something parked comes back, unless the person says another day."""


class PracticeService:
    """Keeps what a person carries forward."""

    def __init__(self, practices: Practices, clock: Clock) -> None:
        self._practices = practices
        self._clock = clock

    def carried(self) -> Carried:
        """Everything that is carried, or was."""
        questions = tuple(reversed(self._practices.questions()))
        laters = tuple(reversed(self._practices.laters()))
        practices = tuple(reversed(self._practices.practices()))
        return Carried(
            questions=tuple(one for one in questions if not one.asked),
            asked=tuple(one for one in questions if one.asked),
            laters=tuple(one for one in laters if one.state is LaterState.WAITING),
            settled=tuple(one for one in laters if one.state is not LaterState.WAITING),
            practices=tuple(one for one in practices if not one.ended),
            resting=tuple(one for one in practices if one.ended),
        )

    def keep(
        self, kind: Carry, words: str, returns_on: date | None = None, session_id: SessionId | None = None
    ) -> Question | Later | Practice:
        """Keep something of any kind; what is for later comes back on that day, or after two weeks."""
        if kind is Carry.QUESTION:
            return self.ask(words)
        if kind is Carry.PRACTICE:
            return self.add(words)
        return self.park(words, returns_on or self.today() + A_WHILE, session_id)

    def kept_as(self, kind: Carry, words: str) -> Uid | None:
        """What is carried in just these words, if anything is."""
        carried = self.carried()
        lists: dict[Carry, tuple[Question | Later | Practice, ...]] = {
            Carry.QUESTION: carried.questions,
            Carry.LATER: carried.laters,
            Carry.PRACTICE: carried.practices,
        }
        return next((one.uid for one in lists[kind] if one.words == words), None)

    def change(self, kind: Carry, uid: Uid, words: str) -> str | None:
        """Put other words in place of the ones that stand there; gives those, or None where there is nothing."""
        return self._practices.change(kind, uid, words)

    def take_away(self, kind: Carry, uid: Uid) -> Taken | None:
        """Delete it for good; gives what was there, for as long as the person may want it back."""
        return self._practices.take_away(kind, uid)

    def put_back(self, taken: Taken) -> None:
        """Put back what was taken away."""
        self._practices.put_back(taken)

    def practices(self) -> tuple[Practice, ...]:
        """The practices that have not ended."""
        return tuple(practice for practice in self._practices.practices() if not practice.ended)

    def add(self, words: str) -> Practice:
        """Carry a small step forward."""
        return self._practices.add_practice(words, self._clock.now())

    def done_today(self, uid: Uid) -> None:
        """Note that it was done today."""
        self._practices.mark_done(uid, self.today())

    def not_done_today(self, uid: Uid) -> None:
        """Take back that it was done today."""
        self._practices.unmark_done(uid, self.today())

    def end(self, uid: Uid) -> None:
        """Let a practice rest."""
        self._practices.end(uid)

    def take_up(self, uid: Uid) -> None:
        """Take up a practice that rested."""
        self._practices.take_up(uid)

    def park(self, words: str, returns_on: date, session_id: SessionId | None = None) -> Later:
        """Park a decision or a big idea until a day."""
        return self._practices.add_later(words, returns_on, self._clock.now(), session_id)

    def park_again(self, uid: Uid, returns_on: date | None = None) -> None:
        """Let something parked come back once more, on that day or after two weeks."""
        self._practices.set_later(uid, LaterState.WAITING, returns_on or self.today() + A_WHILE)

    def returned(self) -> tuple[Later, ...]:
        """What has come back and waits for a word, oldest first."""
        today = self.today()
        return tuple(
            later
            for later in self._practices.laters()
            if later.state is LaterState.WAITING and later.returns_on <= today
        )

    def settle(self, uid: Uid, state: LaterState) -> None:
        """Say what became of a parked idea."""
        self._practices.set_later(uid, state)

    def talk_about(self, uid: Uid) -> Question | None:
        """Make a question of a parked idea; None where it is gone."""
        found = next((later for later in self._practices.laters() if later.uid == uid), None)
        return None if found is None else self._practices.talk(uid, found.words, self._clock.now())

    def questions(self) -> tuple[Question, ...]:
        """The questions that were not asked yet."""
        return tuple(question for question in self._practices.questions() if not question.asked)

    def ask(self, words: str) -> Question:
        """Gather a question for the team."""
        return self._practices.add_question(words, self._clock.now())

    def mark_question(self, uid: Uid, mark: ShareMark) -> None:
        """Say whether a question may be shared; it starts private."""
        self._practices.set_question(uid, share=mark is ShareMark.SHARE)

    def set_asked(self, uid: Uid, *, asked: bool) -> None:
        """Note that a question was asked, or that it waits again."""
        self._practices.set_question(uid, asked=asked)

    def today(self) -> date:
        """The person's day."""
        return local_day(self._clock.now(), self._clock.zone())
