"""What is seen before saving is what leaves: page, plain characters, PDF and file hold the same texts."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QColor, QFont, QTextDocument

from kat_journal.domain.composing import Choice, Heading
from kat_journal.domain.summary import Paragraph
from kat_journal.export import plain
from kat_journal.export.formats import text as text_format
from kat_journal.export.registry import format_named
from kat_journal.gui.share.asked import Asked
from kat_journal.gui.share.loading import Wish, load
from kat_journal.gui.share.making import Copies, make
from kat_journal.gui.share.paper import Ink, write
from kat_journal.gui.share.pdf import pdf
from kat_journal.gui.share.preview import Composed, Preview
from kat_journal.services.summaries import Edits, edited
from tests.export import expected
from tests.export.everywhere import everywhere
from tests.export.journals import PARTNER, Drawn, drawn, journals
from tests.export.naughty import NAUGHTY
from tests.export.texts import TRICKY

ANY = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
AS_TEXT = ("markdown", "text", "html", "fhir", "csv")
UNSHOWN = str.maketrans(dict.fromkeys("\ufffc\ufdd0\ufdd1\ufffe\uffff", "\ufffd"))
"""What Qt keeps for itself, and what is no character: a page shows U+FFFD."""

MARK = "\ufeff"
"""A byte order mark, which draws nothing; Qt takes it away at the beginning of a text."""


def on_paper(summary):
    font = QFont("Inter")
    font.setPixelSize(16)
    document = QTextDocument()
    for _ in write(document, summary, Ink(font, QColor("black"), QColor("gray"), QColor("silver"))):
        pass
    return document.toPlainText().replace(MARK, "").translate(UNSHOWN)


def words_of(summary):
    """Every word of the document in order, as a reader of the page meets them."""
    told, number = [], 0
    for place, text in expected.places(summary, plain.fold):
        number = number + 1 if place == "li" else 0
        told += [f"{number}."] * (place == "li") + text.translate(UNSHOWN).replace(MARK, "").split()
    return told


def leaks(made, text):
    """Words that stand in a text more or less often than they must."""
    wrong = [word for word, times in made.there.items() if text.count(word) != times]
    return wrong + [word for word in (*made.unasked, PARTNER) if word in text]


@ANY
@given(journals(), st.data())
def test_the_page_holds_each_chosen_text_once_and_no_other(qapp, messages, journal, data):
    made = drawn(data, journal)
    summary = made.summary(messages)
    text = on_paper(summary)
    assert leaks(made, text) == []
    assert text.split() == words_of(summary)


@pytest.mark.parametrize("first", range(2))
def test_naughty_and_tricky_texts_stand_on_the_page_as_they_stand_in_the_file(qapp, messages, first):
    # Half of a surrogate pair is no text: what is typed is kept without it, so no page ever meets one.
    typed = [one for one in (*TRICKY, *NAUGHTY) if len(one) < 1_000 and not re.search("[\ud800-\udfff]", one)]
    for words in typed[first::2]:
        summary = everywhere(words).summary(messages)
        assert on_paper(summary).split() == words_of(summary), ascii(words)


@ANY
@given(journals(), st.data())
def test_the_page_and_the_files_of_text_say_the_same(qapp, messages, journal, data):
    made = drawn(data, journal)
    summary = made.summary(messages)
    file, page = text_format.render(summary, messages).decode(), on_paper(summary)
    for word in made.there:
        assert page.count(word) == file.count(word)


@pytest.mark.parametrize("name", AS_TEXT)
def test_as_plain_text_the_pane_shows_the_very_characters_of_the_file(qtbot, theme, messages, name):
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_plain(True)

    @settings(ANY, max_examples=15)
    @given(journals(), st.data())
    def check(journal, data):
        summary = drawn(data, journal).summary(messages)
        file = format_named(name).render(summary, messages)
        preview.show_composed(Composed(summary, file, file.decode(), 0))
        shown = preview.document().toRawText().replace("\u2029", "\n").translate(UNSHOWN)
        # RFC 4180 ends a row with CRLF; a pane has one kind of line break.
        wanted = file.decode("utf-8-sig").replace("\r\n", "\n").translate(UNSHOWN)
        assert shown == wanted

    check()


@pytest.mark.parametrize("name", [*AS_TEXT, "pdf"])
def test_what_the_window_makes_is_what_the_whole_document_makes(qapp, demo, name):
    """The window leaves out what a format does not read; the file is the same to the byte."""
    loaded = load(demo, Asked(), "")
    ticked = frozenset(one.key for one in loaded.candidates if one.ticked)
    wish = Wish(loaded, ticked, loaded.choice, "Jo Muster", name, copy=edited(loaded.material, Edits()))
    made = make(demo.summaries, demo.exports, Copies(), wish).composed
    whole = demo.summaries.compose(replace(loaded.material, name="Jo Muster"), ticked, loaded.choice)
    if name == "pdf":
        assert made.text == demo.exports.render(whole, "text").decode()
        assert pdf(made.summary) == pdf(whole)
    else:
        assert made.data == demo.exports.render(whole, name)
        assert made.text == made.data.decode()


def test_one_preview_that_shows_choice_after_choice_holds_nothing_of_the_one_before(qtbot, theme, messages):
    preview = Preview(theme)
    qtbot.addWidget(preview)

    @settings(ANY, max_examples=15)
    @given(journals(), st.data())
    def check(journal, data):
        for _ in range(2):
            made = drawn(data, journal)
            summary = made.summary(messages)
            preview.show_composed(Composed(summary, None, "", 0))
            qtbot.waitUntil(lambda: preview.is_ready)
            page = preview.document().toPlainText().replace(MARK, "").translate(UNSHOWN)
            assert leaks(made, page) == []
            assert page.split() == words_of(summary)

    check()


def _close(text):
    """Without white space: a narrow column breaks a long word."""
    return "".join(text.split())


def _by_pypdf(file):
    return "".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)


def _by_pdftotext(file):
    if shutil.which("pdftotext") is None:
        pytest.skip("NO PDFTOTEXT: what a PDF says was NOT read by it; on Debian: apt install poppler-utils")
    return subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=file, capture_output=True, check=True, timeout=60
    ).stdout.decode()


@pytest.mark.parametrize("read", [_by_pypdf, _by_pdftotext])
def test_the_pdf_holds_each_chosen_text_once_and_no_other(qapp, messages, read):
    @settings(ANY, max_examples=8)
    @given(journals(), st.data())
    def check(journal, data):
        made = drawn(data, journal)
        file = pdf(made.summary(messages))
        assert leaks(made, _close(read(file))) == []
        about = f"{PdfReader(BytesIO(file)).metadata} {PdfReader(BytesIO(file)).xmp_metadata}"
        assert not any(word in about for word in (*made.there, PARTNER))

    check()


def test_the_same_choice_gives_the_same_pdf_whatever_was_made_between(qapp, messages):
    @settings(ANY, max_examples=4)
    @given(journals(), st.data())
    def check(journal, data):
        one, other = (drawn(data, journal).summary(messages) for _ in range(2))
        first = pdf(one)
        pdf(other)
        assert pdf(one) == first

    check()


def _one_more(made, word, messages):
    told = made.summary(messages)
    return replace(told, closing=(*told.closing, Paragraph(word)))


@pytest.mark.parametrize("read", [on_paper, lambda summary: _close(_by_pypdf(pdf(summary)))])
def test_a_leak_is_found_on_the_page_and_in_the_pdf(qapp, messages, read):
    @settings(ANY, max_examples=4)
    @given(journals())
    def check(journal):
        made = Drawn(journal, frozenset(), Choice(Heading.NOTHING))
        word = next(iter(journal.sentinels))
        assert leaks(made, read(made.summary(messages))) == []
        assert word in leaks(made, read(_one_more(made, word, messages)))

    check()
