"""What holds for every format, for any journal and any choice."""

import json
import re
import string
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.summary import Paragraph
from kat_journal.export.registry import format_named, formats
from kat_journal.services.exports import MARKDOWN
from tests.export.journals import INSTEAD, PARTNER, Drawn, drawn, journals

EACH = sorted(formats())
DOCUMENTS = [name for name in EACH if name not in {"csv", "fhir"}]
"""Formats that are the document; the others are values, and do not name the appointment."""

ANY = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def rendered(name, summary, messages):
    """The bytes as a person or a program reads them: JSON's escapes are undone."""
    data = format_named(name).render(summary, messages)
    return json.dumps(json.loads(data), ensure_ascii=False) if name == "fhir" else data.decode()


def wanted_in(name, made, text):
    """How often each word must stand in a file.

    Each exactly once, or not at all, with one exception: FHIR names the person in each resource, because each is
    understood by itself; CSV names nobody. Neither is for an appointment.
    """
    wanted, journal = made.there, made.journal
    if name not in DOCUMENTS:
        wanted[INSTEAD] -= wanted[journal.who]
        wanted[journal.who] = 0
    if wanted[journal.name] and name not in DOCUMENTS:
        wanted[journal.name] = 0 if name == "csv" else text.count('"resource": {')
    return wanted


def leaks(name, made, text):
    """Words that stand in a file more or less often than they must."""
    wrong = [word for word, times in wanted_in(name, made, text).items() if text.count(word) != times]
    return wrong + [word for word in (*made.unasked, PARTNER) if word in text]


@ANY
@given(journals(), st.data())
def test_every_chosen_text_is_there_once_and_no_other_in_any_format(messages, journal, data):
    made = drawn(data, journal)
    summary = made.summary(messages)
    for name in EACH:
        assert leaks(name, made, rendered(name, summary, messages)) == [], name


@ANY
@given(journals(), st.data())
def test_no_format_tells_when_a_row_was_written_or_in_which_zone(messages, journal, data):
    summary = drawn(data, journal).summary(messages)
    for name in EACH:
        text = rendered(name, summary, messages)
        assert "18:00" not in text, name
        assert "Europe/London" not in text, name


@ANY
@given(journals(), st.data())
def test_the_same_data_gives_the_same_bytes_and_two_choices_do_not_touch(messages, journal, data):
    one, other = (drawn(data, journal) for _ in range(2))
    for name in EACH:
        render = format_named(name).render
        first = render(one.summary(messages), messages)
        between = render(other.summary(messages), messages)
        assert render(one.summary(messages), messages) == first, name
        text = json.dumps(json.loads(between), ensure_ascii=False) if name == "fhir" else between.decode()
        assert leaks(name, other, text) == [], name


def test_everything_holds_every_text_in_every_format(messages):
    """The words are found where they are: a test that looked in the wrong place would find none."""

    @settings(ANY, max_examples=20)
    @given(journals())
    def check(journal):
        keys = offered_keys(journal.material)
        made = Drawn(journal, keys, Choice(everything=True))
        summary = made.summary(messages)
        for name in EACH:
            text = rendered(name, summary, messages)
            offered = [word for word, key in journal.sentinels.items() if key in keys]
            assert all(text.count(word) == 1 for word in offered), name
            asked = [word for word, shown in journal.asked.items() if shown & keys]
            assert len(made.unasked) == len(journal.asked) - len(asked)
            if name != "csv":
                assert any(word in text for word in asked) or not asked, name
            assert (INSTEAD in text) is any(word in journal.named for word in offered), name

    check()


def _hidden_key(made):
    return next(word for word, key in made.journal.sentinels.items() if key not in made.chosen)


PLANTED = {
    "a private answer": _hidden_key,
    "a word that no summary tells": lambda made: made.journal.hidden[0],
    "a name": lambda made: PARTNER,
    "a text twice": lambda made: next(word for word, times in made.there.items() if times == 1),
}


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("what", PLANTED)
def test_a_leak_of_any_kind_is_found_in_any_format(messages, name, what):
    """A renderer of the test's own says one word more than it must."""

    @settings(ANY, max_examples=5)
    @given(journals(), st.data())
    def check(journal, data):
        made = drawn(data, journal)
        keys = set(journal.sentinels.values())
        assume(keys - made.chosen and keys & made.chosen)
        told = made.summary(messages)
        word = PLANTED[what](made)
        more = replace(told.data, questions=(*told.data.questions, f"Why {word}?"))
        leaky = replace(told, closing=(*told.closing, Paragraph(word)), data=more)
        assert leaks(name, made, rendered(name, leaky, messages)) != []

    check()


@pytest.mark.parametrize("name", EACH)
def test_a_suggested_name_is_made_of_dates_alone(demo, name):
    period = demo.summaries.default_period()
    suggested = demo.exports.suggested_name(period, name)
    assert re.fullmatch(
        rf"summary-\d{{4}}-\d\d-\d\d-to-\d{{4}}-\d\d-\d\d{re.escape(format_named(name).suffix)}", suggested
    )
    assert set(suggested) <= set(string.ascii_lowercase + string.digits + "-.")


def test_markdown_is_one_of_them():
    assert MARKDOWN in EACH


@pytest.mark.parametrize("name", EACH)
def test_the_demo_is_saved_in_every_format(demo, tmp_path, name):
    material = demo.summaries.material(demo.summaries.default_period())
    ticked = frozenset(one.key for one in demo.summaries.candidates(material) if one.ticked)
    summary = demo.summaries.compose(material, ticked, demo.summaries.choice())
    path = tmp_path / f"summary{format_named(name).suffix}"
    demo.exports.save(demo.exports.render(summary, name), path)
    assert path.read_bytes() == format_named(name).render(summary, demo.exports._messages)
    assert path.stat().st_size > 1_000
