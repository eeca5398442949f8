"""What holds for every format, for any journal and any choice."""

import json
import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice, Heading, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.export.registry import format_named, formats
from kat_journal.services.exports import MARKDOWN
from tests.export.journals import journals

ONCE = {"html", "markdown", "text"}
EACH = sorted(formats())
ANY = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def rendered(name, summary, messages):
    """The bytes as a person or a program reads them: JSON's escapes are undone."""
    data = format_named(name).render(summary, messages)
    return json.dumps(json.loads(data), ensure_ascii=False) if name == "fhir" else data.decode()


def drawn(data, journal):
    """A choice among what the journal offers."""
    offered = sorted(offered_keys(journal.material))
    some = data.draw(st.sets(st.sampled_from(offered)))
    chosen = frozenset(some if data.draw(st.booleans()) else set(offered) - some)
    first = frozenset(data.draw(st.sets(st.sampled_from(offered), max_size=4)))
    choice = Choice(
        data.draw(st.sampled_from(Heading)),
        count_left_out=data.draw(st.booleans()),
        footnotes=data.draw(st.booleans()),
        first_look=first,
        everything=data.draw(st.booleans()),
    )
    return chosen, choice


@ANY
@given(journals(), st.data())
def test_every_chosen_text_is_there_and_no_other_in_any_format(messages, journal, data):
    chosen, choice = drawn(data, journal)
    summary = compose(journal.material, chosen, choice, messages)
    for name in EACH:
        text = rendered(name, summary, messages)
        for key, sentinel in journal.sentinels.items():
            found = text.count(sentinel)
            assert found == 0 if key not in chosen else (found == 1 if name in ONCE else found >= 1), (name, key)


@ANY
@given(journals(), st.data())
def test_no_format_tells_what_a_row_is_called_or_when_it_was_written(messages, journal, data):
    chosen, choice = drawn(data, journal)
    summary = compose(journal.material, chosen, choice, messages)
    for name in EACH:
        text = rendered(name, summary, messages)
        for uid in journal.hidden:
            assert uid not in text, (name, uid)
        assert "18:00" not in text, name
        assert "Europe/London" not in text, name


@ANY
@given(journals(), st.data())
def test_the_same_data_gives_the_same_bytes_and_two_choices_do_not_touch(messages, journal, data):
    one, other = (compose(journal.material, *drawn(data, journal), messages) for _ in range(2))
    for name in EACH:
        render = format_named(name).render
        first = render(one, messages)
        render(other, messages)
        assert render(one, messages) == first, name


def test_everything_holds_every_text_in_every_format(messages):
    """The sentinels are found where they are: a test that looked in the wrong place would find none."""

    @settings(ANY, max_examples=20)
    @given(journals())
    def check(journal):
        keys = offered_keys(journal.material)
        summary = compose(journal.material, keys, Choice(everything=True), messages)
        for name in EACH:
            text = rendered(name, summary, messages)
            assert all(sentinel in text for key, sentinel in journal.sentinels.items() if key in keys), name

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
