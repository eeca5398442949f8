"""A journal of years: weekly sessions with what was written around them, through the services: rows are real."""

from datetime import timedelta
from itertools import cycle

from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer

WEEK = timedelta(days=7)
PARTS = (
    ("intention", timedelta(days=-1), "intention"),
    ("reflection.next-day", timedelta(days=1), "a-scene"),
)
SYMPTOMS = ("nausea", "dizzy", "headache", "tired")
NUMBERS = ("mood", "anxiety", "sleep")


def fill(journal, years=5, *, ahead=4, written=True, every=WEEK):
    """Fill an empty journal with sessions up to now, and some ahead; its clock stands still at the end.

    Args:
        journal: An open, empty journal with a clock that a test sets.
        years: How far back it reaches.
        ahead: How many sessions are planned from now on.
        written: Whether anything was written around the sessions.
        every: Time from one session to the next.

    Returns:
        The sessions, oldest first.
    """
    now = journal.clock.now()
    held = round(years * 365 / every.days)
    first = (now - held * every + timedelta(days=2)).replace(hour=9, minute=30, second=0, microsecond=0)
    bother = cycle((0, 1, 2, 3, 0, 1, 1, 2, 0))
    with journal._vault.connection.writing():  # one commit instead of thousands
        journal.courses.begin_course("Weekly", "Alder Row")
        sessions = [journal.courses.plan(first + number * every) for number in range(held + ahead)]
        for number, session in enumerate(sessions[:held]):
            at = first + number * every
            if number % 26 == 25:  # twice a year one falls out
                journal.courses.cancel(session.id)
                continue
            journal.courses.hold(session.id)
            if number % 4 == 0:
                journal.courses.add_appointment(at + timedelta(days=3, hours=5), "Nadia")
            if written:
                _write(journal, session, at, number, bother)
        journal.courses.add_appointment(now + timedelta(days=3), "Nadia")
        journal.clock.set(now)
    return journal.courses.sessions()


def _write(journal, session, at, number, bother):
    """An intention, the day after, and the numbers of a day."""
    for form, when, item in PARTS:
        journal.clock.set(at + when)
        draft = journal.responses.begin(FormId(f"core:{form}"), session_id=session.id).draft
        journal.responses.save(draft, Answer(item, text=f"The river, week {number + 1}."))
        journal.responses.finish(draft)
    draft = journal.responses.begin(FormId("core:check-in.next-day"), session_id=session.id).draft
    for symptom in SYMPTOMS:
        journal.responses.save(draft, Answer(symptom, number=next(bother)))
    journal.responses.finish(draft)
    draft = journal.responses.new(FormId("core:ratings.day")).draft
    for item in NUMBERS:
        journal.responses.save(draft, Answer(item, number=2 + 2 * next(bother)))
