"""A simulated person: does what a person does in a year, on a real vault, and remembers what they told it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from kat_journal.domain.clock import days_between
from kat_journal.domain.response import Answer
from kat_journal.domain.shapes import Shape, moments
from kat_journal.services.journal import OpenJournal
from kat_journal.storage.opening import open_vault
from tests.helpers.clock import FixedClock
from tests.services.simulated_oracle import Filled, Had, Told, local

PASSPHRASE = "copper lantern quiet meadow"
ZONES = (
    "Europe/London",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)
STARTS = (
    datetime(2026, 3, 26, 20, tzinfo=UTC),
    datetime(2026, 10, 22, 9, tzinfo=UTC),
    datetime(2026, 12, 30, 23, tzinfo=UTC),
)
MINUTES = st.integers(-3 * 1440, 20 * 1440)
ANY = st.integers(0, 999)
HOWS = st.sampled_from(("finish", "skip", "all", "partly", "partly", "not now"))
MOST_SESSIONS = 14


class SimulatedPerson(RuleBasedStateMachine):
    """The person's side. The folder, the library and the messages are set on a subclass."""

    template: Path
    library: object
    messages: object

    def __init__(self):
        super().__init__()
        self.folder = self.template.parent / "Journal"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.template, self.folder)
        self.clock, self.told = FixedClock(), Told()
        self.open()
        self.view = self.journal.today.view()  # as of the last look at it

    def open(self):
        self.vault = open_vault(self.folder, PASSPHRASE)
        self.journal = self.another()

    def another(self):
        """Every service afresh."""
        return OpenJournal(self.vault, self.library, self.messages, self.clock, lambda: "GB")

    def teardown(self):
        self.vault.close()

    @property
    def now(self):
        return self.clock.now()

    def pick(self, mapping, number):
        return list(mapping)[number % len(mapping)]

    # ---- time and place

    @initialize(at=st.sampled_from(STARTS), zone=st.sampled_from(ZONES), on_the_way=st.booleans())
    def begin(self, at, zone, on_the_way=False):
        """At the beginning, or in the middle of a course with a form of the clinic's."""
        self.clock.set(at)
        self.clock.travel(zone)
        if on_the_way:
            self.begin_course(Shape.WEEKLY_AT_HOME, -9 * 1440)
            self.say_whether_it_took_place(took_place=True)
            self.turn_a_measure_on_or_off(0)

    @rule(hours=st.integers(1, 30))
    def hours_pass(self, hours):
        self.clock.pass_time(hours=hours)

    @rule(days=st.integers(1, 35))
    def days_pass(self, days):
        self.clock.pass_time(days=days)

    @rule(zone=st.sampled_from(ZONES))
    def travel(self, zone):
        self.clock.travel(zone)

    @rule(days=st.sampled_from((-400, -40, -9, -2, 2, 9, 40, 400)), minutes=st.integers(-90, 90))
    def clock_is_set(self, days, minutes):
        self.clock.pass_time(days=days, minutes=minutes)

    @rule()
    def reopen(self):
        self.journal.close()
        self.open()

    # ---- sessions and courses

    def note(self, session):
        course = session.course_id
        self.told.sessions[session.id] = Had(session.id, session.status, None, None, session.zone, course)
        return self.told.sessions[session.id]

    @precondition(lambda self: len(self.told.sessions) < MOST_SESSIONS)
    @rule(minutes=MINUTES)
    def plan(self, minutes):
        at = self.now + timedelta(minutes=minutes)
        self.note(self.journal.courses.plan(at)).start = at

    @precondition(lambda self: len(self.told.sessions) < MOST_SESSIONS)
    @rule()
    def just_had(self):
        session = self.journal.courses.just_had()
        had = self.note(session)
        had.start, had.end = session.start, session.ended_at

    @precondition(lambda self: len(self.told.sessions) < MOST_SESSIONS)
    @rule(shape=st.sampled_from(Shape), minutes=MINUTES)
    def begin_course(self, shape, minutes):
        planned = moments(shape, self.now + timedelta(minutes=minutes), self.clock.zone())
        course = self.journal.courses.begin_course("A course", moments=planned)
        for had in () if self.told.courses else self.told.sessions.values():
            had.course = course.id
        self.told.courses.append(course.id)
        zone = self.clock.zone()
        for session in self.journal.courses.sessions():
            had = self.told.sessions.get(session.id) or self.note(session)
            if had.start != session.start:  # new, or a planned one that takes the hour given with its day
                assert had.start is None or days_between(had.start, session.start, zone) == 0
                had.start, had.zone = session.start, session.zone
        starts = {one.start for one in self.told.of_course(course.id)}
        held = [one.start for one in self.told.of_course(course.id) if one.status == "held"]
        assert all(at in starts or any(days_between(one, at, zone) == 0 for one in held) for at in planned)

    @precondition(lambda self: self.told.sessions)
    @rule(which=ANY, minutes=MINUTES)
    def move(self, which, minutes):
        had, at = self.told.sessions[self.pick(self.told.sessions, which)], self.now + timedelta(minutes=minutes)
        self.journal.courses.move(had.id, at)
        stays = had.status == "held" and at <= self.now
        had.status, had.start, had.end, had.zone = "held" if stays else "planned", at, None, self.clock.zone()

    @precondition(lambda self: self.told.sessions)
    @rule(which=ANY, minutes=MINUTES, length=st.none() | st.integers(10, 500))
    def set_times(self, which, minutes, length):
        had, start = self.told.sessions[self.pick(self.told.sessions, which)], self.now + timedelta(minutes=minutes)
        end = None if length is None else start + timedelta(minutes=length)
        self.journal.courses.set_times(had.id, start, end)
        had.status, had.start, had.end = "held", start, end

    @precondition(lambda self: self.told.sessions)
    @rule(which=ANY)
    def put_off(self, which):
        had = self.told.sessions[self.pick(self.told.sessions, which)]
        self.journal.courses.put_off(had.id)
        had.status, had.start, had.end = "planned", None, None

    @precondition(lambda self: self.told.sessions)
    @rule(which=ANY)
    def cancel(self, which):
        had = self.told.sessions[self.pick(self.told.sessions, which)]
        self.journal.courses.cancel(had.id)
        had.status = "cancelled"

    @precondition(lambda self: self.view.ask_about)
    @rule(took_place=st.booleans())
    def say_whether_it_took_place(self, took_place):
        session = self.journal.today.view().ask_about
        (self.journal.courses.hold if took_place else self.journal.courses.cancel)(session.id)
        self.told.sessions[session.id].status = "held" if took_place else "cancelled"

    # ---- appointments and measures

    @rule(minutes=MINUTES)
    def add_appointment(self, minutes):
        at = self.now + timedelta(minutes=minutes)
        self.told.appointments[self.journal.courses.add_appointment(at, "Nadia").id] = at

    @precondition(lambda self: self.told.appointments)
    @rule(which=ANY, minutes=MINUTES)
    def move_appointment(self, which, minutes):
        number, at = self.pick(self.told.appointments, which), self.now + timedelta(minutes=minutes)
        self.journal.courses.move_appointment(number, at, "Dr Low")
        self.told.appointments[number] = at

    @precondition(lambda self: self.told.appointments)
    @rule(which=ANY)
    def delete_appointment(self, which):
        number = self.pick(self.told.appointments, which)
        self.journal.courses.delete_appointment(number)
        del self.told.appointments[number]

    @rule(which=ANY)
    def turn_a_measure_on_or_off(self, which):
        measure = self.journal.measures.available()[which % len(self.journal.measures.available())]
        (self.journal.measures.turn_off if measure.on else self.journal.measures.turn_on)(measure.form_id)
        self.told.measures ^= {measure.form_id}

    # ---- writing

    def fill_in(self, opened, how):
        """Answer some or all of a form, and say that it is enough or not."""
        draft = opened.draft
        filled = self.told.filled.setdefault(
            draft.uid, Filled(draft.form, draft.occurrence, draft.session_id, [draft.started_at])
        )
        items = list(draft.form.questions())
        for item in items[:1] if how == "partly" else items:
            given = Answer(item.id, skipped=how == "skip", text="" if how == "skip" else f"The river, {self.now}.")
            self.journal.responses.save(draft, given)
            filled.answers[item.id] = (given.text, given.skipped)
        if how in {"finish", "skip"}:
            self.journal.responses.finish(draft)
        if how != "partly":
            filled.times.append(self.now)
            filled.done = True
            filled.part = self.part_of(draft.uid, draft.session_id) if draft.occurrence else ()
            filled.had_times = filled.part[:1] != filled.part[1:2]  # else its session had no day, and has one later

    def part_of(self, uid, session_id):
        """When a part of a session was asked, and how long after that it was answered."""
        parts = self.journal.parts.of_session(session_id) if session_id is not None else ()
        return next(((p.asking.opens, p.asking.closes, p.days_after) for p in parts if p.uid == uid), ())

    @precondition(lambda self: self.view.offers)
    @rule(which=ANY, hows=st.lists(HOWS, min_size=1, max_size=4))
    def sit_down(self, which, hows):
        for how in hows:
            self.take_an_offer(which, how)

    def take_an_offer(self, which, how):
        offers = self.journal.today.view().offers
        if not offers:
            return
        offer = offers[which % len(offers)]
        if how == "not now":
            self.journal.today.not_now(offer)
            self.told.put_off[offer.form_id, offer.occurrence] = local(self.now, self.clock.zone()).date()
            return
        of_course = offer.session_id is None and offer.appointment_id is None
        opened = self.journal.responses.begin(
            offer.form_id,
            session_id=offer.session_id,
            appointment_id=offer.appointment_id,
            occurrence=offer.occurrence if of_course else None,
        )
        self.fill_in(opened, how)

    @precondition(lambda self: any(offer.course_id for offer in self.view.offers))
    @rule(which=ANY, how=st.sampled_from(("finish", "partly")), days=st.integers(0, 20))
    def take_what_a_course_asks(self, which, how, days):
        offers = [offer for offer in self.journal.today.view().offers if offer.course_id]
        offer = offers[which % len(offers)]
        self.fill_in(self.journal.responses.begin(offer.form_id, occurrence=offer.occurrence), how)
        self.clock.pass_time(days=days)

    @precondition(lambda self: self.told.sessions)
    @rule(session=ANY, which=ANY, how=st.sampled_from(("finish", "partly")))
    def write_on_the_page_of_a_session(self, session, which, how):
        number = self.pick(self.told.sessions, session)
        parts = [part for part in self.journal.parts.of_session(number) if part.state in {"welcome", "started"}]
        if parts:
            form_id = parts[which % len(parts)].form_id
            self.fill_in(self.journal.responses.begin(form_id, session_id=number), how)

    @rule(which=ANY, how=st.sampled_from(("finish", "partly")))
    def take_from_the_shelf(self, which, how):
        forms = self.journal.shelf.forms()
        self.fill_in(self.journal.responses.new(forms[which % len(forms)].form_id), how)
