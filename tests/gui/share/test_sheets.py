"""Where a summary is cut into sheets: what belongs together stays together, and nothing leaves the paper."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from kat_journal.domain.summary import Paragraph, Quote, Section, Summary, Table
from kat_journal.gui.share.letter import UNIT, Letter
from kat_journal.gui.share.sheets import Piece, cut

ROOM = QSizeF(500, 700)


def laid(*blocks, room=ROOM):
    letter = Letter(Summary("Title", (), (Section("Words", blocks),), (Paragraph("End."),)), room)
    for _ in letter.steps():
        pass
    return letter


def texts(letter):
    """What stands on each sheet, piece by piece."""
    return [[" ".join(row.text for row in placed.piece.rows) for placed in sheet] for sheet in letter.sheets]


def quotes(many):
    return [Quote(f"Answer {number}.", f"Question {number}") for number in range(many)]


def test_a_question_is_never_parted_from_its_answer(theme):
    sheets = texts(laid(*quotes(200)))

    assert len(sheets) > 3
    for sheet in sheets:
        assert not sheet[-1].startswith("Question")
        assert not sheet[0].startswith("Answer")


@pytest.mark.parametrize("before", range(18, 40, 2))
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(theme, before):
    sections = (Section("First", tuple(quotes(before))), Section("Second", tuple(quotes(2))))
    letter = Letter(Summary("Title", (), sections, ()), ROOM)
    for _ in letter.steps():
        pass

    assert all(sheet[-1] not in {"First", "Second"} for sheet in texts(letter))


def test_the_header_of_a_table_stands_on_every_sheet_and_no_row_is_cut(theme):
    rows = tuple((f"Row {number}", "words that wrap " * 12) for number in range(60))
    sheets = texts(laid(Table(("Name", "What"), rows)))

    assert len(sheets) > 2
    for sheet in sheets[1:-1]:
        assert sheet[0] == "Name What"
    for number in range(60):
        whole = [piece for sheet in sheets for piece in sheet if piece.startswith(f"Row {number} ")]
        assert len(whole) == 1
        assert whole[0].count("words") == 12


def test_a_row_that_is_taller_than_a_sheet_goes_on_on_the_next(theme):
    words = " ".join(f"word{number}" for number in range(2_000))
    sheets = texts(laid(Table(("Name", "What"), (("One", words), ("Two", "short")))))

    assert len(sheets) > 1
    assert "".join(piece for sheet in sheets for piece in sheet).count("word") == 2_000


@pytest.mark.parametrize("block", [
    Quote("w" * 10_000),
    Table(tuple("abcdefghijklm"), (tuple("w" * 60 for _ in range(13)),)),
    Table(("Name", "What"), (("w" * 10_000, "w" * 500),)),
])  # fmt: skip
def test_nothing_is_wider_than_the_paper(theme, block):
    letter = laid(block)

    for sheet in letter.sheets:
        for placed in sheet:
            for row in placed.piece.rows:
                left = row.origin.x() + row.line.naturalTextRect().left()
                right = row.origin.x() + row.line.naturalTextRect().right()
                assert left >= -1
                assert right <= ROOM.width() / UNIT + 1
            assert placed.bottom <= ROOM.height() / UNIT


def test_an_answer_of_many_lines_leaves_no_line_alone(theme):
    words = " ".join(f"word{number}" for number in range(1_500))
    for room in range(400, 480, 9):
        sheets = texts(laid(Quote(words, "Question"), room=QSizeF(300, room)))
        assert all(len(sheet) > 1 for sheet in sheets)


def test_empty_lines_of_an_answer_stay(theme):
    (sheet,) = texts(laid(Quote("One.\n\n\nTwo.")))

    assert sheet == ["Title", "Words", "One.", "", "", "Two.", "End."]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(1, 120), st.floats(0, 30), st.booleans()), max_size=60))
def test_however_it_is_cut_every_piece_stands_once_and_in_order(qapp, parts):
    pieces, top = [], 0.0
    for height, gap, stays in parts:
        pieces.append(Piece(top, top + height, (), stays))
        top += height + gap

    sheets = cut(pieces, 150)

    assert [placed.piece for sheet in sheets for placed in sheet] == pieces
    for sheet in sheets:
        for one, two in pairwise(sheet):
            assert two.top >= one.bottom - 0.001
        assert not sheet or sheet[-1].bottom <= 150.001
