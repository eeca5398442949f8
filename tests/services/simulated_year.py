"""A year of a simulated person, and what the journal promises after everything that they do."""

from datetime import date, timedelta

from hypothesis.stateful import invariant

from kat_journal.storage.responses import Responses
from tests.services.simulated_oracle import expected, is_begun, is_beside, local
from tests.services.simulated_person import SimulatedPerson


class SimulatedYear(SimulatedPerson):
    """The journal's promises, looked at after everything that the person does."""

    @invariant()
    def every_promise_is_kept(self):
        self.view = self.journal.today.view()
        self.no_answer_is_lost()
        self.no_session_is_lost()
        self.the_same_history_gives_the_same_today()
        self.what_is_open_is_offered_and_nothing_else()
        self.nothing_is_offered_twice_or_on_a_wrong_day()
        self.what_belongs_to_one_thing_is_offered_together()
        self.a_session_that_nobody_has_spoken_of_is_asked_about()
        self.what_was_answered_stays_where_it_was()

    def no_answer_is_lost(self):
        stored = Responses(self.vault.connection).between(date.min, date.max)
        found = {one.uid: {key: (a.text, a.skipped) for key, a in one.answers.items()} for one in stored}
        assert found == {uid: filled.answers for uid, filled in self.told.filled.items()}

    def no_session_is_lost(self):
        found = {(s.id, s.status, s.start, s.ended_at, s.zone) for s in self.journal.courses.sessions()}
        assert found == {(s.id, s.status, s.start, s.end, s.zone) for s in self.told.sessions.values()}

    def the_same_history_gives_the_same_today(self):
        view = self.view
        assert view == self.journal.today.view() == self.another().today.view()
        assert view.offers == view.sitting + view.also_open

    def what_is_open_is_offered_and_nothing_else(self):
        offers = self.view.offers
        repeating = [one for one in offers if self.library.form(one.form_id).timing.every]
        found = {(one.form_id, "again" if one in repeating else one.occurrence) for one in offers}
        assert len(found) == len(offers), "each form once for each thing"
        put_off = {form_id for (form_id, _), day in self.told.put_off.items() if day == self.today()}
        wanted = expected(self.told, self.library, self.now, self.clock.zone())
        assert found <= wanted
        assert {one for one in wanted - found if one[1] != "again" or one[0] not in put_off} == set()

    def nothing_is_offered_twice_or_on_a_wrong_day(self):
        done = [(one.form.id, one.occurrence, one.times) for one in self.told.filled.values() if one.done]
        beside = is_beside(self.told, self.now, self.clock.zone())
        for offer in self.view.offers:
            form = self.library.form(offer.form_id)
            assert offer.opens <= self.now < offer.closes
            assert not (beside and form.recall)
            assert offer.started == is_begun(self.told, form, offer, self.now)
            assert (offer.form_id, offer.occurrence) not in {(form_id, name) for form_id, name, _ in done}
            if form.timing.every:
                half = timedelta(days=form.timing.every) / 2
                assert all(
                    abs(self.now - at) >= half for form_id, _, times in done for at in times if form_id == form.id
                )

    def what_belongs_to_one_thing_is_offered_together(self):
        view = self.view
        things = {(one.session_id, one.appointment_id, one.course_id) for one in view.sitting}
        assert len(things) == bool(view.offers)
        assert things.isdisjoint((one.session_id, one.appointment_id, one.course_id) for one in view.also_open)

    def a_session_that_nobody_has_spoken_of_is_asked_about(self):
        view = self.view
        ahead = {s.id for s in self.told.counted() if s.status == "planned" and s.start > self.now}
        held = {s.id for s in self.told.counted() if s.status == "held"}
        assert {one.session_id for one in view.offers} - {None} <= ahead | held
        if view.ask_about is not None:
            assert self.told.sessions[view.ask_about.id].status == "planned"

    def what_was_answered_stays_where_it_was(self):
        for uid, filled in self.told.filled.items():
            if filled.occurrence and filled.session is not None:
                part = self.part_of(uid, filled.session)
                assert part, "readable, whatever became of its session"
                assert not (filled.done and filled.had_times) or part == filled.part

    def today(self):
        return local(self.now, self.clock.zone()).date()
