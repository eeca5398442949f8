"""The fictional summary in every format but Markdown, byte for byte. To change it on purpose, edit the file by hand."""

from pathlib import Path

import pytest

from kat_journal.content.messages import load_messages
from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, compose
from kat_journal.export.registry import format_named, formats
from tests.golden.fictional import CHOSEN_BY_HAND, material

HERE = Path(__file__).parent
FORMATS = sorted(set(formats()) - {"markdown"})


def rendered(name, messages):
    stuff = material()
    chosen = CHOSEN_BY_HAND | {one.key for one in candidates(stuff, messages) if one.ticked}
    return format_named(name).render(compose(stuff, frozenset(chosen), Choice(), messages), messages)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_fictional_summary_is_as_it_was(resources, name, language):
    suffix = format_named(name).suffix
    expected = (HERE / f"summary.{language}{suffix}").read_bytes()
    assert rendered(name, load_messages(resources, language)) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_not_ticked_is_nowhere_in_it(messages, name):
    text = rendered(name, messages)
    for words in (b"SECRET", b"raving", b"Are you safe", b"3 Thoughts", b"Anna drove", b"Only for an hour"):
        assert words not in text, words
    assert b"A coat on a hook." in text
