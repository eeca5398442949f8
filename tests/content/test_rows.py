"""Rows that several forms use: worded once, with the flags that belong to them."""

import pytest

from kat_journal.content.check import problems
from kat_journal.content.library import load_library
from kat_journal.errors import PackError

ROWS = """
[[rows]]
id = "warm"
type = "scale"
ask = "Warm"
scale = "calm"
flags = [{ at_least = 2, advice = "talk" }]

[[rows]]
id = "asked"
type = "choice"
ask = "Asked?"
options = [{ id = "yes", text = "Yes" }, { id = "no", text = "No" }]
flags = [{ option = "yes", advice = "safety" }]

[[rows]]
id = "plain"
type = "text"
ask = "Words"
"""
USES = '[[items]]\nuse = ["warm", "asked"]\nmore = true\n\n[[items]]\nid = "words"'


@pytest.fixture
def rows(pack):
    """The small pack, with rows that its form uses."""
    pack.write("rows.toml", ROWS)
    pack.change('[[items]]\nid = "words"', USES)
    return pack


def form(resources, pack, language="en"):
    return load_library(resources, language, [pack.root]).form("mine:evening")


def refusal(resources, pack, language="en"):
    with pytest.raises(PackError) as error:
        form(resources, pack, language)
    return str(error.value)


def flags(form):
    return [(flag.when.item, flag.when.at_least, flag.when.option, str(flag.advice)) for flag in form.flags]


def test_a_row_stands_where_it_is_used_with_what_the_form_says_of_it(rows, resources):
    shown = form(resources, rows)

    assert [item.id for item in shown.items] == ["calm", "times", "kind", "out", "warm", "asked", "words"]
    assert (shown.item("warm").ask, shown.item("warm").scale.id, shown.item("warm").more) == ("Warm", "calm", True)
    assert shown.item("asked").option_text("yes") == "Yes"


def test_a_row_brings_its_flags_before_the_forms_own(rows, resources):
    assert flags(form(resources, rows)) == [
        ("warm", 2, None, "mine:talk"),
        ("asked", None, "yes", "safety"),
        ("kind", None, "two", "mine:talk"),
        ("out", 1, None, "ring-now"),
    ]


def test_a_forms_own_flag_on_a_row_takes_the_place_of_the_rows(rows, resources):
    rows.change("[[flags]]", '[[flags]]\nwhen = { item = "warm", at_least = 3 }\nadvice = "ring-now"\n\n[[flags]]')

    assert flags(form(resources, rows))[:2] == [("asked", None, "yes", "safety"), ("warm", 3, None, "ring-now")]


def test_one_row_alone_may_be_named_by_itself_and_asked_in_other_words(rows, resources):
    rows.change('use = ["warm", "asked"]\nmore = true', 'use = "plain"\nask = "Other words"\nlines = 2')

    shown = form(resources, rows).item("plain")

    assert (shown.ask, shown.lines) == ("Other words", 2)


def test_a_pack_may_use_the_rows_of_the_core_pack(pack, resources):
    pack.change('[[items]]\nid = "words"', '[[items]]\nuse = ["nausea", "safety"]\n\n[[items]]\nid = "words"')

    shown = form(resources, pack)

    assert shown.item("nausea").ask == "Feeling sick"
    assert ("safety", None, "yes", "safety") in flags(shown)
    assert form(resources, pack, "de").item("nausea").ask == "Übelkeit"


def test_a_row_is_translated_once_for_every_form_that_is_translated(rows, resources):
    rows.write("locale/de/rows.toml", '[rows.warm]\nask = "Wärme"\n\n[rows.asked.options]\nyes = "Ja"\n')

    german = form(resources, rows, "de")

    assert (german.item("warm").ask, german.item("asked").option_text("yes")) == ("Wärme", "Ja")
    assert flags(german) == flags(form(resources, rows))
    assert problems(rows.root) == ()


def test_a_form_that_is_not_translated_stays_in_one_language(rows, resources):
    rows.write("locale/de/rows.toml", '[rows.warm]\nask = "Wärme"\n')
    (rows.root / "locale" / "de" / "evening.toml").unlink()

    shown = form(resources, rows, "de")

    assert (shown.language, shown.title, shown.item("warm").ask) == ("en", "Evening", "Warm")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"asked"]', '"gone"]', "forms/evening.toml: items[4].use: `gone` is no row"),
        ('use = ["warm", "asked"]', "use = 3", "forms/evening.toml: items[4].use: `3` is no row"),
        ("more = true", 'id = "other"', "forms/evening.toml: items[4].id: belongs to the row"),
        ("more = true", 'type = "text"', "forms/evening.toml: items[4].type: belongs to the row"),
        ("more = true", "flags = []", "forms/evening.toml: items[4].flags: belongs to the row"),
        ("more = true", "mroe = true", "forms/evening.toml: items[4]: unknown key `mroe`"),
        ('["warm", "asked"]', '["warm", "warm"]', "forms/evening.toml: items[5].id: `warm` is there twice"),
    ],
)
def test_a_row_that_is_used_wrongly_is_refused_with_its_place(rows, resources, old, new, reason):
    rows.change(old, new)

    assert reason in refusal(resources, rows)
    assert reason in "\n".join(problems(rows.root))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "plain"', 'id = "warm"', "rows.toml: rows[2].id: `warm` is there twice"),
        (
            "at_least = 2, ",
            'at_least = "much", ',
            "rows.toml: rows[0].flags[0].at_least: Expected `float | null`, got `str`",
        ),
        ('ask = "Words"', 'ask = "Words"\ndose = 1', "rows.toml: rows[2]: unknown key `dose`"),
    ],
)
def test_rows_that_are_wrong_are_refused_by_their_own_file(rows, resources, old, new, reason):
    rows.change(old, new, "rows.toml")

    assert refusal(resources, rows) == reason
    assert problems(rows.root) == (reason,)


def test_a_flag_of_a_row_must_name_an_advice_that_there_is(rows, resources):
    rows.change('advice = "talk"', 'advice = "shout"', "rows.toml")

    assert refusal(resources, rows) == "forms/evening.toml: flags[0].advice: `shout` is no advice"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[[flags]]\nwhen = { item = "kind"', "[[flags]]\nwhen = { item = 3"),
        ("[[flags]]\nwhen = {", "[[flags]]\nwhen = 3 #"),
    ],
)
def test_flags_that_are_no_flags_are_told_as_such(rows, resources, old, new):
    rows.change(old, new)

    assert "forms/evening.toml: flags[" in refusal(resources, rows)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("items = 3\n", "forms/evening.toml: items: Expected `array`, got `int`"),
        ('items = ["words"]\n', "forms/evening.toml: items[0]: Expected `object`, got `str`"),
        ('items = [{ use = "warm" }]\nflags = 3\n', "forms/evening.toml: items[0]: unknown key `use`"),
        ('items = [{ use = "warm" }]\nflags = [3]\n', "forms/evening.toml: flags[1]: Expected `object`, got `int`"),
    ],
)
def test_what_is_no_list_of_items_is_told_as_such(rows, resources, text, reason):
    head = (rows.root / "forms" / "evening.toml").read_text("utf-8").partition("[timing]")[0]
    rows.write("forms/evening.toml", head + text)

    assert refusal(resources, rows) == reason


def test_a_form_on_request_keeps_to_the_rhythm_of_the_course(pack, resources):
    pack.change('source = "A therapist"', 'source = "A therapist"\non_request = true\nrecall = "14d"')
    shown = form(resources, pack)
    assert (shown.on_request, shown.recall) == (True, 14)

    pack.change('anchor = "course-start"', 'anchor = "appointment"')
    pack.change('every = "30d"\n', "")

    assert refusal(resources, pack) == ("forms/evening.toml: on_request: needs the anchor course-start, or no timing")
