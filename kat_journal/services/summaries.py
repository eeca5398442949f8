"""Summaries: which days, what could leave, and the document that is made of what was chosen."""

from collections.abc import Iterable
from datetime import date

from kat_journal.domain import composing
from kat_journal.domain.choosing import Candidate, candidates, remembered_groups
from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.composing import Choice, Heading
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.composing.pieces import scores
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.edited import Change, Edited, Edits, Line, LineRef, edited, lines
from kat_journal.domain.ids import SessionId
from kat_journal.domain.material import Answered, Material, Period, appointment_for, possible_periods, session_day
from kat_journal.domain.messages import Messages
from kat_journal.domain.practice import Practice
from kat_journal.domain.response import Response
from kat_journal.domain.shared_before import with_sharing
from kat_journal.domain.sharing import ShareRecord
from kat_journal.domain.summary import Summary
from kat_journal.domain.told import MANY_WORDS, rings, words_in
from kat_journal.errors import NoSuchSessionError, NoSummaryYetError, NothingChosenError
from kat_journal.services.courses import session_numbers
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots

__all__ = [
    "MANY_WORDS",
    "Candidate",
    "Change",
    "Choice",
    "Edited",
    "Edits",
    "Heading",
    "Line",
    "LineRef",
    "Material",
    "Period",
    "SummaryService",
    "edited",
    "lines",
    "rings",
    "words_in",
]

NAME = "summary.name"
"""Setting that holds the person's name, for the heading."""

HEADING = "summary.heading"
"""Setting that holds how the person is named."""

GROUPS = "summary.groups"
"""Setting that holds the groups of numbers that were ticked last time, one to a line; never an answer."""


class SummaryService:
    """Makes summaries; nothing that the person wrote is changed by it."""

    def __init__(
        self,
        responses: Responses,
        snapshots: Snapshots,
        courses: Courses,
        practices: Practices,
        settings: Settings,
        shares: Shares,
        clock: Clock,
        messages: Messages,
    ) -> None:
        self._responses = responses
        self._snapshots = snapshots
        self._courses = courses
        self._practices = practices
        self._settings = settings
        self._shares = shares
        self._clock = clock
        self._messages = messages

    def periods(self) -> tuple[Period, ...]:
        """The periods to offer, the usual one first."""
        return possible_periods(
            self._courses.appointments(), self._courses.sessions(), self._today(), self._last_summary()
        )

    def default_period(self) -> Period:
        """Since the last appointment, or the next best."""
        return self.periods()[0]

    def since_summary(self) -> Period:
        """Since the day of the last summary that was saved, that day included.

        Raises:
            NoSummaryYetError: There is none.
        """
        last = self._last_summary()
        if last is None:
            raise NoSummaryYetError("no record")
        return Period(min(last, self._today()), self._today(), "period.since-summary")

    def whole_period(self) -> Period:
        """From the first page or session ever to today; the usual period where there is neither."""
        today = self._today()
        pages = [one.day for one in self._responses.between(date.min, today) if one.trashed_at is None]
        held = [session_day(one) for one in self._courses.sessions() if one.status is SessionStatus.HELD]
        first = min((day for day in (*pages, *held) if day is not None and day <= today), default=None)
        return self.default_period() if first is None else Period(first, today, "period.everything")

    def range_period(self, first: date, last: date) -> Period:
        """From one day to another, both included, in either order."""
        return Period(min(first, last), max(first, last))

    def label(self, period: Period) -> str:
        """The period's name, such as "Since the last appointment"."""
        return self._messages.get(period.label_key, starts=period.starts.isoformat(), ends=period.ends.isoformat())

    def material(self, period: Period) -> Material:
        """Everything that a summary of these days can be made of.

        An intention written before the period belongs to it when its session does.
        """
        frame = Material(period, self._today(), sessions=self._courses.sessions())
        found = {response.uid: response for response in self._responses.between(period.starts, period.ends)}
        for session in frame.held_in_period():
            for response in self._responses.of_session(session.id):
                if response.day <= period.ends:
                    found.setdefault(response.uid, response)
        answered = self._answered(found.values())
        return Material(
            period,
            frame.made_on,
            answered=answered,
            earlier=self._earlier(answered),
            sessions=frame.sessions,
            practices=tuple(one for one in self._practices.practices() if _is_carried(one, period)),
            questions=tuple(one for one in self._practices.questions() if not one.asked),
            name=self._settings.get(NAME) or "",
            remembered=self._remembered(),
            appointment=appointment_for(self._courses.appointments(), period, frame.made_on),
        )

    def material_of(self, session_id: SessionId) -> Material:
        """Everything that a summary of one session can be made of: what was written about it, whenever that was."""
        sessions, made_on = self._courses.sessions(), self._today()
        answered = self._answered(self._responses.of_session(session_id))
        held = [session_day(one) for one in sessions if one.id == session_id and one.status is SessionStatus.HELD]
        days = [*(one.day for one in answered), *(day for day in held if day is not None)] or [made_on]
        period = Period(min(days), max(days), "period.session")
        return Material(
            period,
            made_on,
            answered=answered,
            earlier=self._earlier(answered),
            sessions=sessions,
            name=self._settings.get(NAME) or "",
            remembered=self._remembered(),
            appointment=appointment_for(self._courses.appointments(), period, made_on),
            only=session_id,
        )

    def material_of_number(self, number: int) -> Material:
        """The same of the session of that number, counted from 1 without the cancelled ones.

        Raises:
            NoSuchSessionError: There is none.
        """
        numbers = session_numbers(self._courses.sessions())
        found = next((session_id for session_id, one in numbers.items() if one == number), None)
        if found is None:
            raise NoSuchSessionError("number")
        return self.material_of(found)

    def candidates(self, material: Material) -> tuple[Candidate, ...]:
        """The tick list, and of each line whether it left before."""
        offered = candidates(material, self._messages)
        return with_sharing(offered, material, self._shares.records(), self._clock.zone())

    def leaving(self, material: Material, chosen: frozenset[str]) -> frozenset[str]:
        """The keys that are in the document: what is chosen and holds something, after lines were struck too."""
        return chosen & offered_keys(material)

    def compose(
        self, material: Material, chosen: frozenset[str], choice: Choice | None = None, *, with_data: bool = True
    ) -> Summary:
        """The document; may run on the pool, because it reads nothing but what it is given.

        Args:
            material: What there is.
            chosen: Keys of what was chosen of it.
            choice: What the person decided besides.
            with_data: Whether it also tells the choice as values, for a format that programs read.

        Raises:
            NothingChosenError: Nothing of the material is chosen.
        """
        if not self.leaving(material, chosen):
            raise NothingChosenError("no key")
        return composing.compose(material, chosen, choice or Choice(), self._messages, with_data=with_data)

    def choice(self) -> Choice:
        """How the last summary was headed."""
        kept = self._settings.get(HEADING)
        return Choice(Heading(kept)) if kept in set(Heading) else Choice()

    def remember(self, offered: Iterable[Candidate], chosen: frozenset[str], choice: Choice) -> None:
        """After an export: keep which groups of numbers were ticked, and how the person was named; never an answer."""
        offered = tuple(offered)
        absent = self._remembered() - {one.memory for one in offered}
        self._settings.put(GROUPS, "\n".join(sorted(absent | remembered_groups(offered, chosen))))
        self._settings.put(HEADING, choice.heading)

    def records(self) -> tuple[ShareRecord, ...]:
        """What was shared before, newest first."""
        return self._shares.records()

    def _last_summary(self) -> date | None:
        made = (one.made_at for one in self._shares.records() if not one.everything)
        return next((local_day(at, self._clock.zone()) for at in made), None)

    def _today(self) -> date:
        return local_day(self._clock.now(), self._clock.zone())

    def _remembered(self) -> frozenset[str]:
        return frozenset((self._settings.get(GROUPS) or "").split())

    def _answered(self, responses: Iterable[Response]) -> tuple[Answered, ...]:
        kept = (response for response in responses if response.trashed_at is None)
        in_order = sorted(kept, key=lambda response: (response.day, response.started_at, response.id))
        return tuple(Answered(response, self._snapshots.form(response.form_digest)) for response in in_order)

    def _earlier(self, answered: tuple[Answered, ...]) -> tuple[Answered, ...]:
        """Of each form with a score in the period, the first response with one ever and the last before the period."""
        uids = {one.response.uid for one in answered}
        found: list[Answered] = []
        for form_id in dict.fromkeys(one.response.form_id for one in answered if one.form.scores):
            first_day = min(one.day for one in answered if one.response.form_id == form_id)
            before = [
                one
                for one in self._answered(self._responses.of_form(form_id))
                if one.response.uid not in uids and one.day < first_day and scores(one)
            ]
            found += [*before[:1], *before[1:][-1:]]
        return tuple(sorted(found, key=lambda one: (one.day, one.response.started_at)))


def _is_carried(practice: Practice, period: Period) -> bool:
    """Whether a practice belongs to the period: still carried, or done in it."""
    return not practice.ended or (practice.last_done is not None and period.covers(practice.last_done))
