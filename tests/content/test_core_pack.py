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
    "check-in.month",
    "check-in.baseline",
    "baseline",
    "reflection.same-day",
    "reflection.next-day",
    "reflection.day-3",
    "reflection.day-7",
    "reflection.month",
    "stopping-or-pausing",
    "before-appointment",
    "free-page",
    "locked-page",
    "plan-for-hard-hours",
    "ratings.day",
    "phq-9",
    "phq-8",
    "gad-7",
    "pcl-5",
    "who-5",
]


def test_the_forms_of_a_whole_course_are_there(library):
    assert {str(form_id) for form_id in library.forms} == {f"core:{name}" for name in FORMS}


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

    assert guarded - plan == {"safety", "safe", "thoughts", "crave", "extra", "worried", "substances"}
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


def test_every_form_names_its_source(library):
    assert [form.id for form in library.forms.values() if not form.source.strip()] == []


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


def test_a_dose_is_never_more_than_free_text(library):
    found = [
        item for form in library.forms.values() for item in form.items if "dose" in f"{item.id} {item.ask}".lower()
    ]

    assert [(item.type, item.more) for item in found] == [(ItemType.TEXT, True)]


def test_there_are_seventeen_prompts_to_prepare_with_and_a_list_with_room_for_the_clinics_words(library):
    prepare, practical = library.form("core:intention"), library.form("core:practical-list")

    assert (len(prepare.items), prepare.offer) == (17, 3)
    assert len(practical.items) == 14
    assert {item.id for item in practical.items if item.note} >= {
        "food-and-drink",
        "medicines",
        "way-home",
        "no-driving",
    }


def test_there_are_forty_eight_prompts_to_reflect_with(library):
    """As many as CLINICAL 3.4 has; one of them, company after a session, is asked at once and again later."""
    counted = {
        "after-session": 3,
        "reflection.same-day": 6,
        "reflection.next-day": 10,
        "reflection.day-3": 10,
        "reflection.day-7": 10,
        "before-appointment": 9,  # with what the therapist should see first
        "reflection.month": 2,
    }

    assert {name: len(library.form(f"core:{name}").items) for name in counted} == counted
    assert sum(counted.values()) - 2 == 48


def test_all_six_topics_are_there(library):
    topics = {item.topic for form in library.forms.values() if form.kind is Kind.REFLECTION for item in form.items}

    assert topics - {""} == {"mind", "body", "meaning", "relationships", "lifestyle", "nature"}


def test_what_looks_back_over_weeks_says_so(library):
    """So that it is never offered beside a session."""
    assert {form.id.removeprefix("core:"): form.recall for form in library.forms.values() if form.recall} == {
        "phq-9": 14,
        "phq-8": 14,
        "gad-7": 14,
        "who-5": 14,
        "pcl-5": 30,
        "check-in.month": 30,
    }


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
    files = [*core.glob("forms/*.toml"), *(core / f"{name}.toml" for name in ("scales", "advice", "rows"))]
    texts = [path.read_text("utf-8") for path in files]

    def best(work):
        times = []
        for _ in range(5):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        return min(times)

    assert best(lambda: load_library(resources)) < 3 * best(lambda: [tomllib.loads(text) for text in texts])
