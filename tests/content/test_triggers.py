"""What leads to advice: every trigger of CLINICAL 4.5 has a row, or is a line of the help page alone."""

import tomllib

import pytest

from kat_journal.content.library import load_library
from kat_journal.domain.flags import Level, raised
from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import NOTICED, Answer

WINDOWS = ("first-hours", "next-day", "week", "month", "baseline")


@pytest.fixture(scope="module")
def library(resources):
    return load_library(resources)


@pytest.fixture(scope="module")
def page_only(resources):
    return tomllib.loads((resources / "packs" / "core" / "advice.toml").read_text("utf-8"))["page_only"]


ALL = WINDOWS
LATER = ("week", "month", "baseline")

# What 4.5 names, in its order: the line of the help page that says it, the row whose strongest answer leads there (a
# symptom or a yes; `row=option` for a choice), and the check-ins that hold it. No row: only the page can say it.
TRIGGERS = {
    "chest pain, trouble breathing": ("heart-breath-faint", "chest", ("first-hours", "next-day", "week", "baseline")),
    "fainting": ("heart-breath-faint", "sudden=fainted", ALL),
    "one-sided weakness, slurred speech": ("heart-breath-faint", "sudden=one-side-weak", ALL),
    "seizure": ("heart-breath-faint", "sudden=seizure", ALL),
    "sudden or worst-ever headache": ("headache", "sudden=worst-headache", ALL),
    "strong headache": ("headache", "headache", ("first-hours", "next-day", "week", "baseline")),
    "cannot be woken, breathing slow or stopping": ("sitter", None, ()),
    "cannot pass water": ("cannot-pass-water", "pee-cannot", ALL),
    "thoughts of ending life with a plan": ("thoughts-with-a-plan", None, ()),
    "thoughts of being better off dead, self-harm": ("thoughts", "safety=yes", ALL),
    "blood in urine": ("blood-in-urine", "pee-blood", LATER),
    "bladder pain": ("bladder", "pee-pain", LATER),
    "bladder urgency": ("bladder", "pee-urgent", LATER),
    "going much more often": ("bladder", "pee-often", LATER),
    "unreal, confused, hearing or seeing things, a day after": ("still-unreal", "still-unreal", ("next-day",)),
    "still feeling unreal": ("still-unreal", "unreal", ("week", "month")),
    "still confused": ("still-unreal", "confused", ("week",)),
    "frightening beliefs, feeling watched": ("frightened-or-racing", "scared", ("next-day", *LATER)),
    "not sleeping and racing": ("frightened-or-racing", "high", ("next-day", *LATER)),
    "vomiting that does not stop": ("keeps-vomiting", "vomit", ("first-hours", "next-day", "baseline")),
    "yellow eyes or skin, dark urine, belly pain": ("belly-or-yellow", "belly", LATER),
    "fall with head injury, injury": ("fall", "sudden=fall-or-injury", ALL),
    "rash, swelling, wheeze": ("swelling", "sudden=face-swelling", ALL),
    "ketamine outside the plan": ("outside-the-plan", "extra", LATER),
    "craving": ("outside-the-plan", "crave", LATER),
    "anything that frightens you": ("anything-else", None, ()),
}


def strongest(form, row):
    """The strongest answer that a row takes."""
    name, _, option = row.partition("=")
    item = form.item(ItemId(name))
    number = None if option else item.scale.points[-1].value if item.scale else 1
    return Answer(item.id, number=number, options=(option,) if option else ())


def lines(library, form, answer):
    return [library.find_advice(flag.advice).line for flag in raised(form, {answer.item_id: answer})]


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_every_trigger_has_a_row_or_is_named_as_standing_on_the_page_alone(library, page_only, trigger):
    line, row, windows = TRIGGERS[trigger]

    assert line in [known.id for known in library.support.help.lines]
    assert (row is None) == (line in page_only)
    for window in windows:
        form = library.form(f"core:check-in.{window}")
        assert line in lines(library, form, strongest(form, row))


def test_every_line_of_the_help_page_is_led_to_or_named_as_the_pages_own(library, page_only):
    led_to = {library.find_advice(flag.advice).line for form in library.forms.values() for flag in form.flags}
    page = {line.id for line in library.support.help.lines}

    assert led_to | set(page_only) == page
    assert led_to & set(page_only) == set()


def test_a_row_has_its_flag_in_every_check_in_that_shows_it(library):
    """Only what the first hours bring anyway, or a single answer cannot tell, is without one there."""
    flagged = {row.partition("=")[0] for _, row, _ in TRIGGERS.values() if row}
    silent = {
        (form.id.removeprefix("core:check-in."), item.id)
        for window in WINDOWS
        for form in [library.form(f"core:check-in.{window}")]
        for item in form.items
        if item.id in flagged and item.id not in {flag.when.item for flag in form.flags}
    }

    assert silent == {
        ("first-hours", "unreal"),
        ("first-hours", "confused"),
        ("first-hours", "scared"),
        ("next-day", "unreal"),  # asked again there: "Right now: still ..."
        ("next-day", "confused"),
        ("baseline", "unreal"),
        ("baseline", "confused"),
    }


def test_ticked_and_not_rated_counts_as_noticed(library):
    form = library.form("core:check-in.week")

    for row in ("chest", "pee-blood", "belly", "crave"):
        assert lines(library, form, Answer(ItemId(row), options=(NOTICED,))) != []


@pytest.mark.parametrize("window", WINDOWS)
def test_no_answer_and_a_no_bring_nothing(library, window):
    form = library.form(f"core:check-in.{window}")
    said_no = {item.id: Answer(item.id, number=0) for item in form.items if item.type not in ("choice", "choices")}

    assert raised(form, {}) == ()
    assert raised(form, said_no | {ItemId("safety"): Answer(ItemId("safety"), options=("no",))}) == ()


def test_a_card_that_looks_back_speaks_of_now_and_of_then(library):
    """In the month and before the first session nothing says that ketamine was given today."""
    for window in ("month", "baseline"):
        form = library.form(f"core:check-in.{window}")
        cards = {library.find_advice(flag.advice) for flag in form.flags}
        assert [card.id for card in cards if "you had ketamine" in card.text] == []


def test_something_new_is_asked_on_the_practical_list(library):
    form = library.form("core:practical-list")
    [flag] = raised(form, {ItemId("something-new"): Answer(ItemId("something-new"), number=1)})

    assert library.find_advice(flag.advice).level is Level.MENTION


@pytest.mark.parametrize("window", WINDOWS)
def test_every_check_in_ends_with_the_guarded_row_and_the_sudden_signs(library, window):
    *_, safety, sudden = library.form(f"core:check-in.{window}").items

    assert (safety.id, safety.guarded, [option.id for option in safety.options]) == (
        "safety",
        True,
        ["no", "yes", "rather-not-say"],
    )
    assert (sudden.id, len(sudden.options)) == ("sudden", 6)


EARLY = (
    "nausea vomit dizzy spinning unsteady unreal seeing numb sleepy confused headache heart chest anxious low scared"
    " taste site pee-cannot other"
)
SYMPTOMS = {
    "first-hours": EARLY,
    "next-day": f"{EARLY} high sleep tired",
    "week": "dizzy unreal seeing confused headache chest anxious low scared high sleep tired memory pee-often"
    " pee-urgent pee-pain pee-blood pee-cannot belly crave extra flash other",
    "month": "unreal low scared high sleep memory pee-often pee-urgent pee-night pee-pain pee-blood pee-cannot belly"
    " crave extra flash other",
}


@pytest.mark.parametrize("window", SYMPTOMS)
def test_each_window_asks_the_rows_of_the_table(library, window):
    """CLINICAL 4.4; the month asks about not passing water as well."""
    own = {"safety", "sudden", "still-unreal", "worried", "pee-night-times"}

    assert {item.id for item in library.form(f"core:check-in.{window}").items} - own == set(SYMPTOMS[window].split())


def test_the_baseline_asks_all_thirty_three(library):
    rows = {item.id for item in library.form("core:check-in.baseline").items} - {"safety", "sudden"}

    assert rows == set(" ".join(SYMPTOMS.values()).split())
    assert len(rows) == 33


def test_a_symptom_is_asked_in_the_same_words_everywhere(library):
    words = {}
    for form in library.forms.values():
        for item in form.items:
            if item.type is ItemType.SYMPTOM:
                words.setdefault(item.id, set()).add((item.ask, item.scale.id, item.note, item.guarded))

    assert {name: said for name, said in words.items() if len(said) > 1} == {}
