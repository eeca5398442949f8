"""What the core pack promises, whatever its words become."""

import re
import time
import tomllib

import pytest

from kat_journal.content.advice import gaps_are_known
from kat_journal.content.library import load_library
from kat_journal.domain.flags import Level, raised
from kat_journal.domain.form import ItemType, Kind, Layout, Section
from kat_journal.domain.ids import ItemId
from kat_journal.domain.offering import offered
from kat_journal.domain.response import Answer


@pytest.fixture(scope="module")
def library(resources):
    return load_library(resources)


FORMS = [
    "practical-list",
    "intention",
    "session-record",
    "after-session",
    "check-in.first-hours",
    "check-in.next-day",
    "check-in.week",
    "reflection.next-day",
    "reflection.day-3",
    "reflection.day-7",
    "before-appointment",
    "free-page",
    "plan-for-hard-hours",
    "ratings.day",
    "phq-9",
    "gad-7",
]


def test_the_forms_of_a_whole_course_are_there(library):
    assert {str(form_id) for form_id in library.forms} == {f"core:{name}" for name in FORMS}


# Trigger: the rows that call up its card, or none where only the help page can say it.
TRIGGERS = {
    "chest pain or trouble breathing": ("heart-breath-faint", "chest", ("first-hours", "next-day", "week")),
    "fainting": ("heart-breath-faint", "sudden=fainted", ("first-hours", "next-day", "week")),
    "one side weak, slurred speech": (
        "heart-breath-faint",
        "sudden=one-side-weak",
        ("first-hours", "next-day", "week"),
    ),
    "seizure": ("heart-breath-faint", "sudden=seizure", ("first-hours", "next-day", "week")),
    "sudden or worst headache": ("headache", "sudden=worst-headache", ("first-hours", "next-day", "week")),
    "overwhelming headache": ("headache", "headache", ("first-hours", "next-day", "week")),
    "cannot be woken, slow breathing": ("sitter", None, ()),
    "cannot pass water": ("cannot-pass-water", "pee-cannot", ("first-hours", "next-day", "week")),
    "thoughts of ending life with a plan": ("thoughts-with-a-plan", None, ()),
    "thoughts of death or self-harm": ("thoughts", "safety=yes", ("first-hours", "next-day", "week")),
    "blood in urine": ("blood-in-urine", "pee-blood", ("week",)),
    "bladder pain": ("bladder", "pee-pain", ("week",)),
    "sudden need to go": ("bladder", "pee-urgent", ("week",)),
    "going much more often": ("bladder", "pee-often", ("week",)),
    "still unreal a day after": ("still-unreal", "still-unreal", ("next-day",)),
    "still unreal in the week": ("still-unreal", "unreal", ("week",)),
    "still confused in the week": ("still-unreal", "confused", ("week",)),
    "frightening beliefs, feeling watched": ("frightened-or-racing", "scared", ("next-day", "week")),
    "not sleeping and racing": ("frightened-or-racing", "high", ("week",)),
    "vomiting that does not stop": ("keeps-vomiting", "vomit", ("first-hours", "next-day")),
    "yellow skin, dark urine, belly pain": ("belly-or-yellow", "belly", ("week",)),
    "fall or injury": ("fall", "sudden=fall-or-injury", ("first-hours", "next-day", "week")),
    "rash, swelling, wheeze": ("swelling", "sudden=face-swelling", ("first-hours", "next-day", "week")),
    "ketamine outside the plan": ("outside-the-plan", "extra", ("week",)),
    "craving": ("outside-the-plan", "crave", ("week",)),
    "pregnancy, new diagnosis, new medicine": ("something-new", None, ()),
    "anything that frightens": ("anything-else", None, ()),
}


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_every_trigger_has_a_row_or_stands_on_the_help_page(library, trigger):
    line, row, windows = TRIGGERS[trigger]

    assert line in [known.id for known in library.support.help.lines]
    for window in windows:
        form = library.form(f"core:check-in.{window}")
        name, _, option = row.partition("=")
        item = form.item(name)
        most = None if option else item.scale.points[-1].value if item.scale else 1
        answer = Answer(ItemId(name), number=most, options=(option,) if option else ())
        assert line in [library.find_advice(flag.advice).line for flag in raised(form, {item.id: answer})]


def test_something_new_is_asked_on_the_practical_list(library):
    form = library.form("core:practical-list")
    [flag] = raised(form, {ItemId("something-new"): Answer(ItemId("something-new"), number=1)})

    assert library.find_advice(flag.advice).level is Level.MENTION


@pytest.mark.parametrize("window", ["first-hours", "next-day", "week"])
def test_every_check_in_ends_with_the_guarded_row_and_the_sudden_signs(library, window):
    *_, safety, sudden = library.form(f"core:check-in.{window}").items

    assert (safety.id, safety.guarded, [option.id for option in safety.options]) == (
        "safety",
        True,
        ["no", "yes", "rather-not-say"],
    )
    assert (sudden.id, len(sudden.options)) == ("sudden", 6)


def test_what_calls_up_a_card_is_never_behind_show_all_except_a_strong_headache(library):
    hidden = {
        flag.when.item
        for form in library.forms.values()
        for flag in form.flags
        if form.item(flag.when.item).more and flag.when.at_least == 1
    }

    assert hidden == set()


def test_the_most_private_rows_are_guarded(library):
    guarded = {item.id for form in library.forms.values() for item in form.items if item.guarded}
    plan = {item.id for item in library.form("core:plan-for-hard-hours").items}

    assert guarded - plan == {"safety", "safe", "thoughts", "crave", "extra"}
    assert plan <= guarded


def test_a_yes_to_the_guarded_questions_brings_the_calm_card(library):
    for form_id, answer in [
        ("core:before-appointment", Answer(ItemId("safe"), options=("no",))),
        ("core:phq-9", Answer(ItemId("thoughts"), number=1)),
        ("core:phq-9", Answer(ItemId("thoughts"), number=3)),
    ]:
        assert [flag.advice for flag in raised(library.form(form_id), {answer.item_id: answer})] == ["safety"]


def test_rather_not_say_brings_nothing(library):
    form = library.form("core:check-in.next-day")

    assert raised(form, {ItemId("safety"): Answer(ItemId("safety"), options=("rather-not-say",))}) == ()


def test_the_intention_is_the_first_question_and_goes_to_its_own_section(library):
    first = offered(library.form("core:intention"), {})[0]

    assert (first.id, first.section) == ("intention", Section.INTENTION)


@pytest.mark.parametrize("name", ["reflection.next-day", "reflection.day-3", "reflection.day-7"])
def test_a_reflection_has_ten_questions_and_offers_three_of_different_topics(library, name):
    form = library.form(f"core:{name}")

    assert (len(form.items), form.layout, form.offer) == (10, Layout.STEPS, 3)
    assert len({item.topic for item in offered(form, {})}) == 3


def test_the_dim_form_holds_three_questions_and_no_numbers(library):
    [calm] = [form for form in library.forms.values() if form.calm]

    assert [item.type for item in calm.items] == [ItemType.CHOICE, ItemType.TEXT, ItemType.TEXT]


def test_score_sheets_hold_topics_and_numbers_only(library):
    for name, rows, highest, missing in [("phq-9", 9, 27, 2), ("gad-7", 7, 21, 1)]:
        form = library.form(f"core:{name}")
        [score] = form.scores
        assert (len(score.items), score.high, score.max_missing, score.prorate) == (rows, highest, missing, True)
        assert form.timing is None
        for item in form.items:
            assert [point.text for point in item.scale.points] == ["0", "1", "2", "3"]
            assert len(item.ask.split()) <= 7
    assert "difficulty" not in library.form("core:phq-9").scores[0].items


def test_a_dose_is_never_more_than_free_text(library):
    found = [
        item for form in library.forms.values() for item in form.items if "dose" in f"{item.id} {item.ask}".lower()
    ]

    assert [(item.type, item.more) for item in found] == [(ItemType.TEXT, True)]


def test_questions_of_reflections_are_text_with_a_topic(library):
    reflections = [form for form in library.forms.values() if form.kind is Kind.REFLECTION and form.offer]

    assert all(item.topic for form in reflections for item in form.items)


def words_of_everything(resources):
    for path in sorted((resources / "packs" / "core").glob("*.toml")) + sorted(
        (resources / "packs" / "core" / "forms").glob("*.toml")
    ):
        yield path.name, [text for text in strings(tomllib.loads(path.read_text("utf-8"))) if " " in text]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


NEVER = re.compile(
    r"\b(entry|overdue|late|due|streak|commit|failed attempt|calm down|are you sure|all clear|improv\w+|moderate|severe"
    r"|you have depression|dosage|mg|HIPAA|FDA)\b|\u2014|!",
    re.IGNORECASE,
)


def test_no_text_diagnoses_hurries_or_judges(resources):
    found = {name: [text for text in texts if NEVER.search(text)] for name, texts in words_of_everything(resources)}

    assert {name: texts for name, texts in found.items() if texts} == {}


def test_sentences_are_short(resources):
    """A rough stand-in for a school grade: no sentence of more than 32 words."""
    long = [
        sentence
        for _, texts in words_of_everything(resources)
        for text in texts
        for sentence in re.split(r"[.?:;] ", text)
        if len(sentence.split()) > 32
    ]

    assert long == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_gap_in_a_text_can_be_filled_and_every_card_has_its_line(resources, language):
    library = load_library(resources, language)
    lines = {line.id for line in library.support.help.lines}
    cards = [library.find_advice(flag.advice) for form in library.forms.values() for flag in form.flags]

    assert {card.line for card in cards} <= lines
    assert all(gaps_are_known(text) for _, texts in words_of_everything(resources) for text in texts)


def test_an_emergency_card_always_says_whom_to_ring(library):
    cards = {library.find_advice(flag.advice) for form in library.forms.values() for flag in form.flags}

    assert all("{emergency}" in card.text for card in cards if card.level is Level.EMERGENCY)


def test_german_covers_its_two_forms_whole(resources, library):
    german = load_library(resources, "de")
    for name in ("intention", "check-in.next-day"):
        ours, theirs = library.form(f"core:{name}"), german.form(f"core:{name}")
        assert theirs.language == "de"
        assert [item.id for item, other in zip(ours.items, theirs.items, strict=True) if item.ask == other.ask] == []
    assert german.form("core:gad-7").language == "en"


def test_loading_takes_little_longer_than_parsing(resources):
    """Against the machine's own speed at parsing the same bytes, so that a slow machine does not matter."""
    core = resources / "packs" / "core"
    texts = [
        path.read_text("utf-8") for path in [*core.glob("forms/*.toml"), core / "scales.toml", core / "advice.toml"]
    ]

    def best(work):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        return min(times)

    assert best(lambda: load_library(resources)) < 3 * best(lambda: [tomllib.loads(text) for text in texts])
