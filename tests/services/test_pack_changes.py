"""What a new version of a pack would change: every difference is told, in the words of both."""

from dataclasses import fields, replace

import pytest

from kat_journal.content.foreign import read_foreign
from kat_journal.domain.form import Form, ItemType
from kat_journal.services.pack_changes import ChangeKind, answers_of, changes
from tests.helpers.pack_making import FILES, SHELF_FORM, changed

FORM_FILE = "forms/evening.toml"


@pytest.fixture(scope="module")
def read(library):
    return lambda files: read_foreign(files, "en", library.own_packs[0], library.support)


@pytest.fixture
def told(read):
    """The differences between the pack and these files, bare."""
    before = read(FILES)

    def told(files):
        return [(one.kind, one.old, one.new) for one in changes(before, read(files))]

    return told


def form(old, new):
    return changed(FORM_FILE, old, new)


def test_the_same_pack_changes_nothing(told):
    assert told(FILES) == []
    assert told(changed("pack.toml", 'version = "1"', 'version = "2"')) == []


def test_forms_that_come_and_go_are_told(read):
    more = FILES | {"forms/second.toml": SHELF_FORM.replace('"evening"', '"second"').replace('"Evening"', '"Second"')}
    one, two = read(FILES), read(more)

    assert [(change.kind, change.form) for change in changes(one, two)] == [(ChangeKind.FORM_ADDED, "Second")]
    assert [(change.kind, change.form) for change in changes(two, one)] == [(ChangeKind.FORM_REMOVED, "Second")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (form('title = "Evening"', 'title = "Night"'), (ChangeKind.TITLE, "Evening", "Night")),
        (form('ask = "Calm"', 'ask = "How calm?"'), (ChangeKind.QUESTION, "Calm", "How calm?")),
        (form('ask = "Calm"', 'ask = "Calm"\nhint = "Now"'), (ChangeKind.QUESTION, "Calm", "Calm Now")),
        (form('text = "One"', 'text = "The one"'), (ChangeKind.ANSWERS, "One \u00b7 Two", "The one \u00b7 Two")),
        (form('unit = "times"', 'unit = "walks"'), (ChangeKind.ANSWERS, "0 \u2013 5 times", "0 \u2013 5 walks")),
        (
            changed("scales.toml", '"Some"', '"A little"'),
            (ChangeKind.ANSWERS, "0 None \u00b7 1 Some \u00b7 3 Much", "0 None \u00b7 1 A little \u00b7 3 Much"),
        ),
        (form('title = "Total"', 'title = "Sum"'), (ChangeKind.SCORING, "", "")),
        (
            form("prorate = true\nmultiply = 2", "prorate = true\nmultiply = 2\nloinc = '1-1'"),
            (ChangeKind.SCORING, "", ""),
        ),
        (form('opens = "-30m"', 'opens = "-31m"'), (ChangeKind.TIME, "", "")),
        (form("minutes = 2", "minutes = 2\ncalm = true"), (ChangeKind.OTHER, "", "")),
        (form('about = "How it went."', 'about = "How was it?"'), (ChangeKind.OTHER, "", "")),
        (form('ask = "Calm"', 'ask = "Calm"\nguarded = true'), (ChangeKind.OTHER, "", "")),
        (form("at_least = 1 }\n\n[[items]]", "at_least = 3 }\n\n[[items]]"), (ChangeKind.OTHER, "", "")),
    ],
)
def test_each_difference_is_told_once(told, files, expected):
    assert told(files) == [expected]


def test_how_it_was_counted_and_would_be_is_told(read):
    files = changed(FORM_FILE, "range = [0, 16]", "range = [0, 24]", form("multiply = 2", "multiply = 3"))
    [change] = changes(read(FILES), read(files))

    assert (change.kind, change.old_rules[0].multiply, change.new_rules[0].multiply) == (ChangeKind.SCORING, 2, 3)


def test_questions_that_come_and_go_are_told_with_their_words(told):
    gone = form('[[items]]\nid = "words"\ntype = "text"\nask = "Anything else?"\nlines = 1\n', "")
    other = changed("forms/evening.toml", 'id = "words"', 'id = "more-words"')

    assert told(gone) == [(ChangeKind.QUESTION_REMOVED, "Anything else?", "")]
    assert told(other) == [
        (ChangeKind.QUESTION_ADDED, "", "Anything else?"),
        (ChangeKind.QUESTION_REMOVED, "Anything else?", ""),
    ]


def test_advice_is_told_when_its_words_or_its_reasons_change(told):
    [(kind, old, new)] = told(changed("advice.toml", "You could tell", "Please tell"))
    assert kind is ChangeKind.ADVICE
    assert old.startswith("You could tell {clinic}.")
    assert new.startswith("Please tell {clinic}.")

    assert [kind for kind, _, _ in told(form('option = "two"', 'option = "one"'))] == [ChangeKind.ADVICE]


def test_nothing_that_a_form_has_can_change_unseen(read):
    before = read(FILES)
    [form_id] = before.forms
    old = before.forms[form_id]
    others = {"version", "id"}
    for field in fields(Form):
        if field.name in others:
            continue
        value = getattr(old, field.name)
        other = not value if isinstance(value, bool) else () if isinstance(value, tuple) else f"{value}x"
        after = replace(before, forms={form_id: replace(old, **{field.name: other})})
        if field.name not in {"timing"}:
            assert changes(before, after), field.name


def test_what_can_be_answered_is_said_for_every_kind_of_question(read):
    [read_form] = read(FILES).forms.values()
    words = {item.type: answers_of(item) for item in read_form.items}

    assert words[ItemType.YES_NO] == words[ItemType.TEXT] == ""
    assert answers_of(replace(read_form.item("times"), low=None, unit="")) == "5"
