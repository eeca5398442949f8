"""A small journal to share from: one session, an intention, a check-in, a reflection, and an appointment on Friday."""

from datetime import UTC, datetime

from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer, ShareMark

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
SHARED, PRIVATE = "The coat stood for the winter.", "Sentinel of the private words."


def fill(journal, form_id, answers, **where):
    """Answer some items of a form: text by item id, with a mark."""
    opened = journal.responses.begin(FormId(form_id), **where)
    for item_id, (value, mark) in answers.items():
        item = opened.draft.form.item(item_id)
        given = Answer(item_id, text=value, share=mark) if item.type is ItemType.TEXT else _chosen(item, value, mark)
        journal.responses.save(opened.draft, given)
    return opened.draft


def _chosen(item, value, mark):
    if item.type in (ItemType.CHOICE, ItemType.CHOICES):
        return Answer(item.id, options=(value,), share=mark)
    return Answer(item.id, number=value, share=mark)


def seed(journal, clock):
    """Write it, and leave the clock at Monday morning."""
    share, private = ShareMark.SHARE, ShareMark.PRIVATE
    clock.set(datetime(2026, 10, 30, 15, 0, tzinfo=UTC))
    journal.courses.add_appointment(clock.now(), "Dr. Okafor")
    clock.set(datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    session = journal.courses.just_had()
    fill(journal, "core:intention", {_text(journal, "core:intention"): ("To be gentle.", share)}, session_id=session.id)
    clock.set(NOW)
    symptoms = {"nausea": (2, share), "headache": (1, share)}
    fill(journal, "core:check-in.next-day", symptoms, session_id=session.id)
    texts = _texts(journal, "core:reflection.next-day")
    fill(journal, "core:reflection.next-day", {texts[0]: (SHARED, share), texts[1]: (PRIVATE, private)},
         session_id=session.id)  # fmt: skip
    friday = journal.courses.add_appointment(datetime(2026, 11, 27, 15, 0, tzinfo=UTC), "Dr. Okafor")
    fill(journal, "core:before-appointment", {"ten-minutes": ("Why the coat.", share)}, appointment_id=friday.id)


def _texts(journal, form_id):
    form = journal.library.form(FormId(form_id))
    return [item.id for item in form.questions() if item.type is ItemType.TEXT and not item.guarded]


def _text(journal, form_id):
    return _texts(journal, form_id)[0]
