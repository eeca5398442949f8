"""Small forms that ask for numbers, and fillings-in of them."""

from datetime import datetime, timedelta

from kat_journal.domain.form import ItemType, Kind, Method, Point, Scale, ScoreRule
from kat_journal.domain.progress import Filled
from kat_journal.domain.response import NOTICED, Answer
from tests.helpers.forms import form, item

START = datetime(2026, 11, 2, 9)  # noqa: DTZ001 - on the wall clock, which has no zone
BOTHER = Scale("bother", tuple(Point(value, text) for value, text in enumerate(("Not at all", "A little", "Hard"))))
TEN = Scale("ten", (Point(0, "None"), *(Point(value, str(value)) for value in range(1, 10)), Point(10, "The most")))

SICK = item("sick", ItemType.SYMPTOM, scale=BOTHER)
TIRED = item("tired", ItemType.SYMPTOM, scale=BOTHER)
UNSAFE = item("unsafe", ItemType.SYMPTOM, scale=BOTHER, guarded=True)
MOOD = item("mood", ItemType.SCALE, scale=TEN, label="Mood")
TIMES = item("times", ItemType.NUMBER, unit="times")
TOTAL = ScoreRule("total", "A score", Method.SUM, ("a", "b", "c"), 0, 9, max_missing=1, prorate=True)

CHECK_IN = form(SICK, TIRED, UNSAFE, form_id="core:next-day", kind=Kind.CHECK_IN, title="The day after")
WEEK = form(SICK, form_id="core:week", kind=Kind.CHECK_IN, title="A week on")
DAY = form(MOOD, TIMES, form_id="core:day", kind=Kind.MEASURE, title="My numbers")
SHEET = form(
    *(item(name, ItemType.SCALE, scale=TEN) for name in "abc"),
    form_id="core:sheet",
    kind=Kind.MEASURE,
    title="A sheet",
    scores=(TOTAL,),
)


def at(day):
    """Nine in the morning of a day counted from the second of November."""
    return START + timedelta(days=day)


def filled(asked, day=0, session=None, occurrence=None, **given):
    """A filling-in: numbers by item id; ``None`` is skipped, ``...`` is noticed and not rated."""
    answers = {}
    for item_id, number in given.items():
        answers[item_id] = Answer(item_id, number=number)
        if number is None:
            answers[item_id] = Answer(item_id, skipped=True)
        elif number is ...:
            answers[item_id] = Answer(item_id, options=(NOTICED,))
    return Filled(asked, at(day).date(), at(day), occurrence, session, answers)
