"""The rendered view: a person's words are never anything but words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QTextDocument

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.gui.share.paper import Ink, lines_of, write

FONT = QFont()
FONT.setPixelSize(15)
INK = Ink(FONT, QColor("black"), QColor("gray"), QColor("silver"))
HOSTILE = ["# Heading", "<b>bold</b>", "<img src='file:///etc/passwd'>", "a\r\nb\u2028c\u2029d\x0be\x85f", "\x00\x07"]


def rendered(summary):
    document = QTextDocument()
    for _ in write(document, summary, INK):
        pass
    return document


def blocks(document):
    block, found = document.begin(), []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_typed(qapp, words):
    document = rendered(Summary("Title", (), (Section("In my words", (Quote(words, "Caption"),)),), ()))

    texts = [block.text() for block in blocks(document)]
    assert texts == ["Title", "In my words", "Caption", *lines_of(words)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text())
def test_no_words_add_a_heading_or_an_image(qapp, words):
    document = rendered(Summary("Title", (), (Section("In my words", (Quote(words),)),), ()))

    levels = [block.blockFormat().headingLevel() for block in blocks(document)]
    assert [level for level in levels if level] == [1, 2]
    assert "\ufffc" not in document.toRawText()


def test_every_kind_of_block_is_set(qapp):
    table = Table(("", "3 Nov"), (("Feeling sick", "2"), ("Head\nache", "")))
    opening, closing = (Paragraph("Made on Monday."),), (Numbered(("One?", "Two\nlines?")),)
    document = rendered(Summary("Title", opening, (Section("Numbers", (table,)),), closing))

    text = document.toRawText()
    for words in ("Made on Monday.", "Feeling sick", "Head ache", "1. One?", "2. Two", "lines?"):
        assert words in text


def test_every_notation_of_a_line_break_ends_a_line():
    assert lines_of("a\r\nb\rc\nd\u2028e\u2029f\x0bg\x0ch\x85i") == list("abcdefghi")
