"""The words of the PDF, as another program reads them, are those of the document, in the same order."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.gui.share.pdf import Painting, pdf
from tests.export.texts import TRICKY, WORDS
from tests.gui.share.pdf_reading import NO_READER, read, reader, seen

pytestmark = pytest.mark.skipif(reader() is None, reason=NO_READER)

HEBREW, ARABIC = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "\u0645\u0631\u062d\u0628\u0627"


def quoted(*words):
    return Summary("Title", (), (Section("Words", tuple(map(Quote, words))),), (Paragraph("End."),))


def body(text):
    """What stands between our first and our last words, without white space and what has no shape."""
    whole = seen(text)
    assert whole.startswith("TitleWords"), whole[:40]
    assert whole.endswith("End.")
    return whole.removeprefix("TitleWords").removesuffix("End.")


TURNING = "\u202b\u202e\u2067"
"""Marks that set what follows from the right, whatever its letters are."""


def is_from_the_right(words):
    return any("\u0590" <= letter <= "\u08ff" or letter in TURNING for letter in words)


def assert_reads_as_typed(words):
    found, typed = body(read(pdf(quoted(words)), "-raw")), seen(words)
    if is_from_the_right(words):  # such words stand in the order in which the eye sees them, line by line
        found, typed = "".join(sorted(found)), "".join(sorted(typed))
    assert found == typed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
@example("a\u00adb\u200bc\u2060d fi\ufb01 \u00bd")
@example("-> => 1x2 office first fluff")
@example("\u202e```*")
@example("\U0001f642 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u65e5\u672c\u8a9e \ue000")
def test_whatever_is_typed_is_read_again(theme, words):
    assert_reads_as_typed(words)


@pytest.mark.parametrize("words", [*TRICKY, "w" * 10_000, "\u6f22" * 3_000])
def test_tricky_words_are_read_again(theme, words):
    assert_reads_as_typed(words)


def test_qt_alone_would_lose_what_no_font_has(theme):
    painting = Painting(quoted("\u6f22 and \u5b57"), "A4")
    for _ in painting.steps():
        pass

    assert "\u6f22" in read(painting.binding()(), "-raw")
    assert "\u6f22" not in read(painting.painted, "-raw")


POINTED = "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"


@pytest.mark.parametrize("words", [HEBREW, f"abc {HEBREW} def", ARABIC])
def test_words_from_the_right_are_read_letter_by_letter(theme, words):
    found = read(pdf(quoted(words)), "-raw")
    for word in words.split():
        assert word in found


def test_points_stay_on_their_letters(theme):
    found = read(pdf(quoted(POINTED)), "-raw")

    assert sorted(letter for letter in found if letter in POINTED) == sorted(POINTED)


def test_every_kind_of_block_is_read_in_its_order(theme):
    table = Table(("Effect", "3 Nov"), (("Feeling sick", "2, gone"), ("\u6f22 head\nache", "0")))
    blocks = (Quote("One.", "Sunday. What?"), Numbered(("First", "Second\nmore")), table, Quote("Last."))
    text = read(pdf(Summary("Title", (), (Section("Words", blocks),), (Paragraph("End."),))), "-raw")

    wanted = "Sunday. What? One. 1. First 2. Second more Effect 3 Nov Feeling sick 2, gone \u6f22 head ache 0 Last."
    assert body(text) == seen(wanted)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["plain words", "na\u00efve", "\u6f22\u5b57", "\U0001f642", "a -> b"]),
        min_size=80,
        max_size=200,
    )
)
def test_many_answers_stand_in_order_over_many_sheets(theme, words):
    assert body(read(pdf(quoted(*words)), "-raw")) == seen("".join(words))
