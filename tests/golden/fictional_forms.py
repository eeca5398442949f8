"""The forms of the fictional person, as they were asked."""

from kat_journal.domain.form import (
    Form,
    Item,
    ItemType,
    Kind,
    Method,
    Option,
    Phase,
    Point,
    Scale,
    ScoreRule,
    Section,
)
from kat_journal.domain.ids import FormId, ItemId

BOTHER = Scale(
    "bother",
    tuple(Point(n, word) for n, word in enumerate(("Not at all", "A little", "Noticeable", "Hard", "Overwhelming"))),
)
FELT = Scale(
    "felt",
    tuple(
        Point(n, {0: "As hard as I can imagine", 5: "Some of both", 10: "As easy as I can imagine"}.get(n, str(n)))
        for n in range(11)
    ),
)
THREE = Scale("zero-to-three", tuple(Point(n, str(n)) for n in range(4)))


def form(name, *items, kind=Kind.REFLECTION, title="", scores=()):
    return Form(FormId(f"core:{name}"), 1, kind, Phase.ANY, title or name.capitalize(), items, scores=tuple(scores))


def item(name, kind, ask, **more):
    return Item(ItemId(name), kind, ask, **more)


INTENTION = form(
    "intention",
    item("intention", ItemType.TEXT, "Which direction?", section=Section.INTENTION, label="Intention"),
    kind=Kind.INTENTION,
)
RECORD = form(
    "session-record",
    item(
        "route",
        ItemType.CHOICE,
        "How was the medicine given?",
        options=(Option("nasal", "Nasal spray"),),
        section=Section.SESSIONS,
    ),
    item("how-it-was", ItemType.SCALE, "How was it for you?", scale=FELT, section=Section.SESSIONS, label="How it was"),
    item("clinic-words", ItemType.TEXT, "What did the clinic tell you to remember?", section=Section.SESSIONS),
    item(
        "who",
        ItemType.CHOICES,
        "Who was there?",
        options=(Option("therapist", "My therapist"), Option("own", "Someone of my own")),
        section=Section.SESSIONS,
        note=True,
    ),
    item("different", ItemType.TEXT, "Anything different next time?", section=Section.DIFFERENT),
    kind=Kind.RECORD,
)
CHECK_IN = form(
    "check-in",
    item("nausea", ItemType.SYMPTOM, "Feeling sick", scale=BOTHER, note=True),
    item("headache", ItemType.SYMPTOM, "Headache", scale=BOTHER, note=True),
    item("dizzy", ItemType.SYMPTOM, "Dizzy", scale=BOTHER),
    item("chest", ItemType.SYMPTOM, "Chest pain", scale=BOTHER),
    item("craving", ItemType.SYMPTOM, "Craving", scale=BOTHER, guarded=True, note=True),
    item("home", ItemType.YES_NO, "Did you get home well?", note=True, section=Section.EFFECTS),
    kind=Kind.CHECK_IN,
    title="The day after",
)
REFLECTION = form(
    "reflection",
    item("came-up", ItemType.TEXT, "What came up?"),
    item("other-ways", ItemType.TEXT, "Two other ways to see it"),
    item("step", ItemType.TEXT, "Which small step?", section=Section.TRIED),
    item("feeling", ItemType.CHOICES, "Which feelings?", options=(Option("calm", "Calm"), Option("sad", "Sad"))),
)
APPOINTMENT = form(
    "before-appointment",
    item("ten", ItemType.TEXT, "If there were only ten minutes?", section=Section.TEN_MINUTES),
    item("first", ItemType.TEXT, "Anything to look at first?", section=Section.FIRST_LOOK),
    item("since", ItemType.TEXT, "What has changed?", section=Section.SINCE),
    item("ask", ItemType.TEXT, "What do you want to ask?", section=Section.QUESTIONS),
    item(
        "safe",
        ItemType.CHOICE,
        "Are you safe?",
        options=(Option("yes", "Yes"),),
        guarded=True,
        section=Section.FIRST_LOOK,
    ),
)
MEASURE = form(
    "phq",
    item("one", ItemType.SCALE, "1 Interest", scale=THREE),
    item("two", ItemType.SCALE, "2 Low mood", scale=THREE),
    item("three", ItemType.SCALE, "3 Thoughts", scale=THREE, guarded=True),
    kind=Kind.MEASURE,
    title="Score sheet",
    scores=[
        ScoreRule(
            "total",
            "PHQ-9",
            Method.SUM,
            (ItemId("one"), ItemId("two"), ItemId("three")),
            0,
            9,
            max_missing=1,
            prorate=True,
            source="Kroenke 2001",
        )
    ],
)
