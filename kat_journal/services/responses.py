"""Filling in forms: opening them, keeping each answer, and showing the advice that an answer calls for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.form import Form, Item
from kat_journal.domain.ids import (
    AdviceId,
    AppointmentId,
    FormId,
    ItemId,
    NewUid,
    Occurrence,
    SessionId,
    Uid,
    new_uid,
)
from kat_journal.domain.response import Answer, Draft, Response, ShareMark
from kat_journal.domain.schedule import occurrence_of_appointment, occurrence_of_session
from kat_journal.errors import DeletedForGoodError, FormGoneError
from kat_journal.services.advice import AdviceCards, Card
from kat_journal.services.headings import Headings
from kat_journal.services.rested import rested_topics
from kat_journal.services.settings import SettingsService
from kat_journal.services.unsaved import Unsaved
from kat_journal.services.usual import usual_rows
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class Opened:
    """A form ready to be filled in, with what was answered before.

    Attributes:
        heading: A quiet line above the questions, such as "The day after your third session".
        intention: What the person carried into the session, or empty.
        cards: Emergency cards that are still open.
        rested: Topics that were written about lately; a sitting begins with the others.
        usual: Rows that the person notices again and again; they stand first.
    """

    draft: Draft
    answers: Mapping[ItemId, Answer]
    finished: bool
    heading: str
    intention: str
    cards: tuple[Card, ...]
    rested: tuple[str, ...] = ()
    usual: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer that is in the file, and the emergency cards that it calls for."""

    answer: Answer
    emergency: tuple[Card, ...]


class ResponseService:
    """Opens forms and keeps answers."""

    def __init__(
        self,
        responses: Responses,
        snapshots: Snapshots,
        library: Library,
        settings: SettingsService,
        cards: AdviceCards,
        headings: Headings,
        clock: Clock,
        new_uid: NewUid = new_uid,
    ) -> None:
        self._responses = responses
        self._snapshots = snapshots
        self._library = library
        self._settings = settings
        self._cards = cards
        self._headings = headings
        self._clock = clock
        self._new_uid = new_uid
        self._gone: set[Uid] = set()
        self.unsaved = Unsaved(self._store)

    # Opening

    def begin(
        self,
        form_id: FormId,
        *,
        session_id: SessionId | None = None,
        appointment_id: AppointmentId | None = None,
        occurrence: Occurrence | None = None,
    ) -> Opened:
        """The response to a form's present asking: the stored one, or a new draft that has no row yet.

        The occurrence is named only for a course's own askings; a session or an appointment makes its own.
        """
        occurrence = _occurrence(session_id, appointment_id) or occurrence
        stored = self._responses.find(form_id, occurrence) if occurrence is not None else None
        if stored is not None:
            return self._opened(stored)
        return self._new(form_id, occurrence, session_id, appointment_id)

    def new(self, form_id: FormId, *, session_id: SessionId | None = None) -> Opened:
        """A form opened by hand: always a new draft."""
        return self._new(form_id, None, session_id, None)

    def open(self, uid: Uid) -> Opened:
        """A stored response, with its questions as they were asked.

        Raises:
            KeyError: There is no such response.
        """
        stored = self._responses.response(uid)
        if stored is None:
            raise KeyError(uid)
        return self._opened(stored)

    def newest_of(self, form_id: FormId) -> Uid | None:
        """The newest response to a form that is written on for ever, such as the plan for hard hours."""
        written = self._responses.of_form(form_id)
        return written[-1].uid if written else None

    # Keeping

    def save(self, draft: Draft, answer: Answer) -> Saved:
        """Keep one answer. What could not be written is held and tried again, here and at locking.

        An emergency card comes with a new or changed answer, not again with a note that is added to it.

        Raises:
            DeletedForGoodError: The response was purged; what comes late does not bring it back.
        """
        self._check_there(draft)
        self.unsaved.hold(draft, answer)
        earlier = self._responses.response(draft.uid)
        stored = self._store(draft, answer)
        self.unsaved.drop(draft, answer)
        self.unsaved.retry()
        kept = stored.answers.get(answer.item_id, answer)  # an answer that holds nothing is stored as none
        if earlier is not None and _given(earlier, answer.item_id) == _given(stored, answer.item_id):
            return Saved(kept, ())
        return Saved(kept, self._cards.at_once(draft.form, stored, answer.item_id))

    def clear(self, draft: Draft, item_id: ItemId) -> None:
        """Take an answer back: the item is not asked again, and not answered."""
        self.unsaved.forget(draft, item_id)
        self._responses.clear_answer(draft.uid, item_id)

    def none_of_the_others(self, draft: Draft, item_ids: Sequence[ItemId]) -> Mapping[ItemId, Answer]:
        """Keep "not at all" for rows that were shown and left untouched."""
        kept = {}
        for item_id in item_ids:
            share = self._settings.starts_shared(draft.form.item(item_id), draft.form)
            kept[item_id] = self.save(draft, Answer(item_id, number=0, share=share)).answer
        return kept

    def finish(self, draft: Draft) -> tuple[Card, ...]:
        """Mark a response as finished; returns the cards to show now."""
        self._check_there(draft)
        self._responses.finish(draft, self._clock.now())
        return self.leave(draft)

    def leave(self, draft: Draft) -> tuple[Card, ...]:
        """The cards that wait for the end of a form, each at most once a day: see :meth:`cards_shown`."""
        stored = self._responses.response(draft.uid)
        return self._cards.at_the_end(draft.form, stored) if stored is not None else ()

    def cards_shown(self, draft: Draft, cards: Sequence[Card]) -> None:
        """Remember that the cards of the end are on the screen; what was never seen is shown another time."""
        self._cards.note_shown(draft.uid, cards)

    def close_card(self, draft: Draft, item_id: ItemId, advice_id: AdviceId) -> None:
        """Close an emergency card; it opens again only when the answer is given anew."""
        self._cards.close(draft.uid, item_id, advice_id)

    # Looking

    def previous(self, draft: Draft, item_id: ItemId) -> Answer | None:
        """The latest earlier answer to the same item of the same form."""
        return self._responses.latest_answer(draft.form.id, item_id, draft.started_at)

    def starts_shared(self, item: Item, form: Form) -> ShareMark:
        """The mark that a new answer starts with."""
        return self._settings.starts_shared(item, form)

    def set_share(self, uid: Uid, item_id: ItemId, mark: ShareMark) -> None:
        """Change an answer's mark."""
        self._responses.set_share(uid, item_id, mark)

    def trash(self, uid: Uid) -> None:
        """Move a response to the bin."""
        self._responses.trash(uid, self._clock.now())

    def restore(self, uid: Uid) -> None:
        """Take a response out of the bin."""
        self._responses.restore(uid)

    def forget(self, uid: Uid) -> None:
        """Know that a response was purged: what is held of it goes too, and nothing that comes late is kept."""
        self._gone.add(uid)
        self.unsaved.forget_all_of(uid)

    def _new(
        self,
        form_id: FormId,
        occurrence: Occurrence | None,
        session_id: SessionId | None,
        appointment_id: AppointmentId | None,
    ) -> Opened:
        form, now = self._library.forms.get(form_id), self._clock.now()
        if form is None:
            raise FormGoneError("no such form")
        zone = self._clock.zone()
        draft = Draft(
            uid=self._new_uid(),
            form=form,
            day=local_day(now, zone),
            started_at=now,
            zone=zone,
            occurrence=occurrence,
            session_id=session_id,
            appointment_id=appointment_id,
        )
        return self._ready(draft, {}, finished=False, cards=())

    def _opened(self, stored: Response) -> Opened:
        draft = Draft(
            uid=stored.uid,
            form=self._snapshots.form(stored.form_digest),
            day=stored.day,
            started_at=stored.started_at,
            zone=stored.zone,
            occurrence=stored.occurrence,
            session_id=stored.session_id,
            appointment_id=stored.appointment_id,
        )
        cards = self._cards.still_open(stored.uid)
        return self._ready(draft, stored.answers, finished=stored.finished_at is not None, cards=cards)

    def _ready(
        self, draft: Draft, answers: Mapping[ItemId, Answer], *, finished: bool, cards: tuple[Card, ...]
    ) -> Opened:
        heading, intention = self._headings.heading(draft), self._headings.intention(draft)
        rested = rested_topics(self._responses, self._snapshots, draft)
        usual = usual_rows(self._responses, draft)
        return Opened(draft, answers, finished, heading, intention, cards, rested, usual)

    def _check_there(self, draft: Draft) -> None:
        if draft.uid in self._gone:
            raise DeletedForGoodError("uid")

    def _store(self, draft: Draft, answer: Answer) -> Response:
        return self._responses.save_answer(draft, answer, self._clock.now())


def _given(response: Response, item_id: ItemId) -> tuple[float | None, tuple[str, ...]]:
    """The structured part of an answer: what advice depends on."""
    answer = response.answers.get(item_id)
    return (answer.number, answer.options) if answer is not None else (None, ())


def _occurrence(session_id: SessionId | None, appointment_id: AppointmentId | None) -> Occurrence | None:
    if session_id is not None:
        return occurrence_of_session(session_id)
    return occurrence_of_appointment(appointment_id) if appointment_id is not None else None
