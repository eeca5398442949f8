"""One wrong line in a right form: each is refused with its file, key and reason."""

from datetime import timedelta

import pytest

from kat_journal.content.library import load_library
from kat_journal.domain.form import Anchor, Condition, Flag, ItemType, Option, Timing
from kat_journal.errors import PackError


def test_a_form_becomes_what_its_file_says(pack, resources):
    form = load_library(resources, extra_packs=[pack.root]).form("mine:evening")

    assert (form.id, form.version, form.title, form.language) == ("mine:evening", 1, "Evening", "en")
    assert form.timing == Timing(
        Anchor.COURSE_START, timedelta(minutes=-30), timedelta(hours=16), timedelta(days=2), every=30
    )
    assert [item.type for item in form.items] == [
        ItemType.SCALE,
        ItemType.NUMBER,
        ItemType.CHOICE,
        ItemType.YES_NO,
        ItemType.TEXT,
    ]
    assert form.item("calm").scale.text(3) == "Much"
    assert form.item("kind").options == (Option("one", "One"), Option("two", "Two"))
    assert form.item("out").ask_if == Condition("calm", at_least=1)
    assert form.item("words").lines == 1
    assert form.flags == (
        Flag(Condition("kind", option="two"), "mine:talk"),
        Flag(Condition("out", at_least=1), "ring-now"),
    )
    [score] = form.scores
    assert (score.low, score.high, score.multiply, score.prorate) == (0, 16, 2, True)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Evening"', 'titel = "Evening"', "unknown key `titel`"),
        ('title = "Evening"\n', "", "missing key `title`"),
        ("version = 1", 'version = "1"', "version: Expected `int`, got `str`"),
        ("version = 1", "version = 0", "version: Expected `int` >= 1"),
        ('kind = "check-in"', 'kind = "quiz"', "kind: Invalid enum value 'quiz'"),
        ('title = "Evening"', r'title = "a\nb"', "title: must be one line of visible text"),
        ('title = "Evening"', 'title = "  "', "title: must be one line of visible text"),
        ('title = "Evening"', f'title = "{"x" * 1001}"', "title: is longer than 1000 letters"),
        ('id = "evening"', 'id = "Evening"', "id: must be small letters, digits, hyphens and single dots"),
        ('id = "evening"', 'id = "morning"', "id: must be the name of the file"),
        ("minutes = 2", "minutes = 2\noffer = 3", "offer: belongs to a form with layout steps"),
        ('opens = "-30m"', 'opens = "soon"', 'timing.opens: must be a time such as "16h", "-7d" or "30m"'),
        ('opens = "-30m"', 'opens = "17h"', "timing: opens, due and closes must follow each other"),
        ('every = "30d"', 'every = "0d"', 'timing.every: must be a number of days such as "30d"'),
        ('anchor = "course-start"', 'anchor = "session-end"', "timing.every: needs the anchor course-start"),
        ('id = "times"', 'id = "calm"', "items[1].id: `calm` is there twice"),
        ('id = "words"', 'id = "old"', "items[4].id: `old` is retired"),
        ('id = "words"', 'id = "my words"', "items[4].id: must be small letters, digits and hyphens"),
        ("lines = 1", "lines = 1\nscale = 'calm'", "items[4].scale: does not belong to the type text"),
        ("low = 0\n", "low = 0\nlines = 3\n", "items[1].lines: does not belong to the type number"),
        (
            'type = "text"',
            'type = "statement"\nlabel = "Read"',
            "items[4].label: does not belong to the type statement",
        ),
        ("lines = 1", f'label = "{"x" * 41}"', "items[4].label: is longer than 40 letters"),
        ("lines = 1", "label = ' '", "items[4].label: must be one line of visible text"),
        ('scale = "calm"\n', "", "items[0]: missing key `scale`"),
        ('scale = "calm"\n', 'scale = "quiet"\n', "items[0].scale: `quiet` is no scale"),
        ('options = [{ id = "one", text = "One" }, { id = "two", text = "Two" }]', "", "missing key `options`"),
        ('{ id = "one", text = "One" }, ', "", "items[2].options: needs at least two choices"),
        ('id = "one"', 'id = "two"', "items[2].options: has the same id twice"),
        ("low = 0\n", "low = 5\n", "items[1].low: must be below high"),
        ("lines = 1", "topic = 'work'", "items[4].topic: Invalid enum value 'work'"),
        ("lines = 1", "section = 'end'", "items[4].section: Invalid enum value 'end'"),
        ('{ item = "calm", at_least = 1 }', '{ item = "words", at_least = 1 }', "`words` is not an earlier item"),
        ('{ item = "kind", option = "two" }', '{ item = "sort", option = "two" }', "`sort` is not an item"),
        ('{ item = "kind", option = "two" }', '{ item = "kind" }', "flags[0].when: needs either at_least or option"),
        ('option = "two" }', 'option = "six" }', "flags[0].when.option: `six` is no choice of `kind`"),
        ('item = "kind", option = "two"', 'item = "words", at_least = 1', "at_least: `words` has no numbers"),
        ('item = "out", at_least = 1', 'item = "out", at_least = 2', "at_least: is not above the lowest and within"),
        ('item = "out", at_least = 1', 'item = "out", at_least = 0', "at_least: is not above the lowest and within"),
        ('advice = "talk"', 'advice = "shout"', "flags[0].advice: `shout` is no advice"),
        ('items = ["calm", "times"]', 'items = ["calm", "calm"]', "scores[0].items: names an item twice"),
        ('items = ["calm", "times"]', 'items = ["calm", "gone"]', "scores[0].items: `gone` is no item with numbers"),
        ('items = ["calm", "times"]', 'items = ["calm", "words"]', "`words` is no item with numbers"),
        ("range = [0, 16]", "range = [0, 15]", "scores[0].range: must be [0, 16], which is what the rows can give"),
        ("high = 5\n", "", "scores[0].range: must be [0, inf], which is what the rows can give"),
        ("low = 0\n", "", "scores[0].range: must be [-inf, 16], which is what the rows can give"),
        ("max_missing = 1", "max_missing = 2", "scores[0].max_missing: must leave at least one row"),
        ("prorate = true", "prorate = false", "scores[0].max_missing: needs prorate"),
    ],
)
def test_one_wrong_line_is_named(pack, resources, old, new, message):
    pack.change(old, new)

    with pytest.raises(PackError) as refused:
        load_library(resources, extra_packs=[pack.root])

    assert str(refused.value).startswith("forms/evening.toml: ")
    assert message in str(refused.value)


def test_the_same_score_twice_is_refused(pack, resources):
    text = (pack.root / "forms/evening.toml").read_text("utf-8")
    pack.write("forms/evening.toml", text + text[text.index("[[scores]]") :])

    with pytest.raises(PackError, match=r"scores\[1\]\.id: `total` is there twice"):
        load_library(resources, extra_packs=[pack.root])


@pytest.mark.parametrize(("method", "reach"), [("mean", "[0, 8]"), ("max", "[0, 10]")])
def test_the_range_of_a_score_fits_its_method(pack, resources, method, reach):
    pack.change('method = "sum"', f'method = "{method}"')
    pack.change("range = [0, 16]", f"range = {reach}")

    [score] = load_library(resources, extra_packs=[pack.root]).form("mine:evening").scores

    assert score.method == method


def test_a_form_without_timing_flags_and_scores_is_fine(pack, resources):
    text = (pack.root / "forms/evening.toml").read_text("utf-8")
    head, items = text[: text.index("[timing]")], text[text.index("[[items]]") : text.index("[[flags]]")]
    pack.write("forms/evening.toml", head + items)

    form = load_library(resources, extra_packs=[pack.root]).form("mine:evening")

    assert (form.timing, form.flags, form.scores) == (None, (), ())


def test_every_problem_of_a_form_is_said_at_once(pack, resources):
    pack.change("range = [0, 16]", "range = [0, 15]")
    pack.change('advice = "talk"', 'advice = "shout"')

    with pytest.raises(PackError) as refused:
        load_library(resources, extra_packs=[pack.root])

    assert str(refused.value).splitlines() == [
        "forms/evening.toml: flags[0].advice: `shout` is no advice",
        "forms/evening.toml: scores[0].range: must be [0, 16], which is what the rows can give",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value = 3", "value = 1", r"scales\[0\]\.points: must rise from point to point"),
        ("value = 3", "value = 0.5", r"scales\[0\]\.points\[2\]\.value: Expected `int`, got `float`"),
        ("[[scales]]", "[[scale]]", "unknown key `scale`"),
    ],
)
def test_a_wrong_scale_is_named(pack, resources, old, new, message):
    pack.change(old, new, "scales.toml")

    with pytest.raises(PackError, match=f"scales.toml: {message}"):
        load_library(resources, extra_packs=[pack.root])


def test_the_same_scale_twice_is_refused(pack, resources):
    text = (pack.root / "scales.toml").read_text("utf-8")
    pack.write("scales.toml", text + text)

    with pytest.raises(PackError, match=r"scales\[1\]\.id: `calm` is there twice"):
        load_library(resources, extra_packs=[pack.root])
