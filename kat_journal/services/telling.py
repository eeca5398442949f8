"""Tells the demo's story to an open journal, through the same calls as a person's own window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.contact import Contact
from kat_journal.domain.form import Form, Item, ItemType
from kat_journal.domain.ids import AppointmentId, FormId, ItemId, Occurrence, SessionId, Uid
from kat_journal.domain.response import Answer, Draft, ShareMark
from kat_journal.services.journal import OpenJournal
from kat_journal.services.story import Details, LaterTold, Moment, PageTold, QuestionTold, Story, Value
from kat_journal.services.summaries import GROUPS, NAME

Event = tuple[datetime, Callable[[], None]]


class DemoClock(Clock):
    """A clock that the story moves forward, until its last moment on ``today``."""

    def __init__(self, story: Story, today: date) -> None:
        self._zone = story.zone
        self._today = today
        self._now = self.instant(Moment(0, story.now))

    def now(self) -> datetime:
        """See :meth:`Clock.now`."""
        return self._now

    def zone(self) -> str:
        """See :meth:`Clock.zone`."""
        return self._zone

    def set(self, instant: datetime) -> None:
        """Make it that instant."""
        self._now = instant

    def instant(self, moment: Moment) -> datetime:
        """When a moment of the story is, in UTC."""
        return moment.instant(self._today, self._zone)


def fill(journal: OpenJournal, story: Story, clock: DemoClock) -> None:
    """Let everything in the story happen, in order of time.

    Args:
        journal: An empty journal.
        story: What happens.
        clock: The journal's own clock; it stands at the story's end afterwards.
    """
    end = clock.now()
    clock.set(clock.instant(story.begins))
    teller = Teller(journal, story, clock)
    teller.begin()
    for instant, happen in sorted(teller.events(), key=lambda event: event[0]):
        clock.set(instant)
        happen()
    clock.set(end)


class Teller:
    """Knows which row became which session and appointment of the story."""

    def __init__(self, journal: OpenJournal, story: Story, clock: DemoClock) -> None:
        self._journal = journal
        self._story = story
        self._clock = clock
        self._sessions: list[SessionId] = []
        self._appointments: list[AppointmentId] = []
        self._practices: dict[str, Uid] = {}

    def begin(self) -> None:
        """What a person settles when they make their journal: who they are, the plan, whom to ring."""
        journal, story = self._journal, self._story
        course = story.course
        journal.courses.begin_course(course.name, course.clinic, course.planned_sessions)
        plans = [journal.courses.plan(self._clock.instant(told)) for told in story.sessions]
        self._sessions = [session.id for session in plans]
        meetings = [journal.courses.add_appointment(self._clock.instant(told), told.who) for told in story.appointments]
        self._appointments = [appointment.id for appointment in meetings]
        for told in story.contacts:
            journal.support.put_contact(Contact(journal.new_uid(), told.kind, told.name, told.number))
        journal.settings.put(NAME, story.name)
        journal.settings.put(GROUPS, "\n".join(sorted(story.remembered)))
        for form_id in story.measures:
            journal.measures.turn_on(form_id)

    def events(self) -> Iterator[Event]:
        """Everything that happens afterwards, in no order."""
        story, instant = self._story, self._clock.instant
        for session in story.sessions:
            if session.held_until is not None:
                yield instant(Moment(session.day, session.held_until)), partial(self._hold, session.route)
        for practice in story.practices:
            yield instant(practice), partial(self._begin_practice, practice.words)
            for day in practice.done:
                yield instant(Moment(day, practice.done_at)), partial(self._practise, practice.words)
        for question in story.questions:
            yield instant(question), partial(self._ask, question)
        for later in story.laters:
            yield instant(later), partial(self._park, later)
        for page in story.pages:
            yield instant(page), partial(self._write, page)

    def _hold(self, route: str) -> None:
        session = self._journal.courses.just_had()
        self._journal.courses.update(replace(session, route=route))

    def _begin_practice(self, words: str) -> None:
        self._practices[words] = self._journal.practices.add(words).uid

    def _practise(self, words: str) -> None:
        self._journal.practices.done_today(self._practices[words])

    def _ask(self, told: QuestionTold) -> None:
        question = self._journal.practices.ask(told.words)
        if told.share:
            self._journal.practices.mark_question(question.uid, ShareMark.SHARE)

    def _park(self, told: LaterTold) -> None:
        returns = local_day(self._clock.instant(told.returning()), self._clock.zone())
        self._journal.practices.park(told.words, returns, self._sessions[told.session - 1])

    def _write(self, told: PageTold) -> None:
        responses = self._journal.responses
        draft = self._open(told)
        for item_id, value in told.answers.items():
            responses.save(draft, answer_of(draft.form.item(item_id), value, shared=item_id in told.share))
        if told.rest:
            responses.none_of_the_others(draft, untouched_rows(draft.form, told))
        if told.finish:
            responses.finish(draft)

    def _open(self, told: PageTold) -> Draft:
        session = None if told.session is None else self._sessions[told.session - 1]
        appointment = None if told.appointment is None else self._appointments[told.appointment - 1]
        if self._journal.library.form(told.form).timing is None:
            return self._journal.responses.new(told.form, session_id=session).draft
        asked = self._asked(told.form) if session is None and appointment is None else None
        return self._journal.responses.begin(
            told.form, session_id=session, appointment_id=appointment, occurrence=asked
        ).draft

    def _asked(self, form_id: FormId) -> Occurrence:
        """Which asking of the course it is: the one that Today offers at that moment."""
        offers = self._journal.today.view().offers
        return next(offer.occurrence for offer in offers if offer.form_id == form_id)


def answer_of(item: Item, value: Value, *, shared: bool) -> Answer:
    """The answer that a value of the story is, to an item of that type."""
    answer = Answer(item.id, share=ShareMark.SHARE if shared else ShareMark.PRIVATE)
    if isinstance(value, Details):
        number = value.number if value.yes is None else int(value.yes)
        return replace(answer, number=number, started=value.started, gone=value.gone, note=value.note)
    if isinstance(value, tuple):
        return replace(answer, options=value)
    if isinstance(value, str):
        return replace(answer, options=(value,)) if item.type is ItemType.CHOICE else replace(answer, text=value)
    return replace(answer, number=int(value))


def untouched_rows(form: Form, told: PageTold) -> tuple[ItemId, ...]:
    """The rows that "none of the others" speaks of: those in sight that have no answer."""
    rows = (item for item in form.items if item.type is ItemType.SYMPTOM and not item.more)
    return tuple(item.id for item in rows if item.id not in told.answers)
