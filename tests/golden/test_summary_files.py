"""The whole document, byte for byte, in both languages. To change it on purpose, edit the file by hand."""

from pathlib import Path

import pytest

from kat_journal.content.messages import load_messages
from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, compose
from kat_journal.export.formats import markdown
from tests.golden.fictional import CHOSEN_BY_HAND, material

HERE = Path(__file__).parent


def rendered(messages, choice=None):
    stuff = material()
    chosen = CHOSEN_BY_HAND | {one.key for one in candidates(stuff, messages) if one.ticked}
    return markdown.render(compose(stuff, frozenset(chosen), choice or Choice(), messages), messages)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_fictional_summary_is_as_it_was(resources, language):
    assert rendered(load_messages(resources, language)).decode() == (HERE / f"summary.{language}.md").read_text("utf-8")


def test_the_same_data_gives_the_same_bytes(messages):
    assert rendered(messages) == rendered(messages)


def test_what_was_not_ticked_is_nowhere_in_it(messages):
    text = rendered(messages)
    assert b"SECRET" not in text
    assert b"Craving" not in text
    assert b"Are you safe" not in text
    assert b"home" not in text.replace(b"Anna brought me home.", b"")


def test_the_file_ends_with_one_line_break_and_has_no_other_kind(messages):
    text = rendered(messages)
    assert text.endswith(b".\n")
    assert not text.endswith(b"\n\n")
    assert b"\r" not in text
    assert b"<" not in text
