"""Lines that are left out of one summary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kat_journal.gui.share.copying.line_list import MOST
from kat_journal.gui.share.copying.line_row import LineRow
from tests.gui.share.copying.harness import LATER, WORDS, words_in_journal, write


@pytest.fixture
def lines(page, qtbot):
    page.press("copy-part-lines")
    qtbot.waitUntil(lambda: page.pane.lines.list.is_ready)
    return page


def rows(page):
    page.settle()
    return [one for one in page.pane.findChildren(LineRow) if one.isVisible()]


def words(page):
    return [one.line.words for one in rows(page)]


def test_every_line_of_what_is_chosen_stands_under_its_answer(lines):
    assert words(lines) == [line for line in WORDS.split("\n") if line] + [LATER]
    assert lines.text("copy-answer") == "What would you like to write?"
    assert lines.find("copy-answer").y() > rows(lines)[3].y(), "the second answer's"


def test_a_line_is_left_out_and_put_back(lines):
    before = lines.times
    lines.press("copy-line-1")
    assert lines.times == before + 1
    assert [(one.before, one.after) for one in lines.copy.changes] == [("Annas coat stood there.", "")]
    assert [one.text for one in words_in_journal(lines.context.journal)] == [WORDS, LATER]

    lines.press("copy-line-1")

    assert lines.copy.changes == ()


def test_the_keyboard_moves_and_leaves_out(lines, qtbot):
    first, second = rows(lines)[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert lines.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert lines.focusWidget() is second

    qtbot.keyClick(second, Qt.Key.Key_Space)

    assert lines.copying.edits.struck == {second.line.ref}


def test_a_screen_reader_hears_the_line_its_answer_and_its_state(lines):
    row = rows(lines)[0]
    spoken = QAccessible.queryAccessibleInterface(row)
    assert spoken.text(QAccessible.Text.Name) == "Leave out: Anna came."
    assert spoken.text(QAccessible.Text.Description) == "What would you like to write?"
    assert spoken.state().checkable
    assert not spoken.state().checked

    row.click()

    assert spoken.state().checked


def test_a_line_is_found_by_a_word_whatever_its_case(lines, qtbot):
    lines.type("copy-find", "CANAL")
    qtbot.waitUntil(lambda: words(lines) == ["The canal was quiet.", LATER])
    lines.find("copy-find").setText("nowhere")
    qtbot.keyClick(lines.find("copy-find"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: lines.text("copy-no-lines") == "No line holds these words.")
    assert words(lines) == []
    assert lines.find("copy-answer") is None

    lines.type("copy-find", "")
    qtbot.waitUntil(lambda: len(words(lines)) == 5)
    assert lines.find("copy-no-lines") is None


def test_what_is_looked_for_holds_while_other_answers_are_chosen(lines, qtbot):
    lines.type("copy-find", "canal")
    qtbot.waitUntil(lambda: len(words(lines)) == 2)

    lines.choose(frozenset(sorted(lines.chosen)[:1]))

    qtbot.waitUntil(lambda: len(words(lines)) == 1)


def test_with_nothing_chosen_there_is_no_line_and_that_is_said(lines):
    lines.choose(frozenset())

    assert lines.text("copy-no-lines") == "Nothing with words is ticked."
    assert words(lines) == []


def test_an_answer_that_comes_back_has_its_lines_left_out_as_before(lines):
    chosen = lines.chosen
    lines.press("copy-line-0")
    lines.choose(frozenset())
    assert lines.copy.changes_in(lines.chosen) == ()

    lines.choose(chosen)

    assert rows(lines)[0].isChecked()
    assert len(lines.copy.changes_in(chosen)) == 1


def test_a_new_reading_of_the_journal_keeps_a_line_left_out_while_its_answer_is_as_it_was(lines):
    lines.press("copy-line-0")
    before = lines.copying.edits.struck

    lines.read()

    assert lines.copying.edits.struck == before != frozenset()
    assert rows(lines)[0].isChecked()


def test_a_line_is_put_back_while_the_list_is_not_seen(lines):
    lines.press("copy-line-0")
    lines.press("copy-part-changes")
    lines.press("copy-change-0-back")
    lines.press("copy-part-lines")

    assert not rows(lines)[0].isChecked()


@pytest.mark.parametrize(
    "line",
    [
        "\u05d0\u05e0\u05d4 \u05d1\u05d0\u05d4. \u202eturned",
        "Zoe\u0308 a\u0301\u0323",
        "\uff21\uff4e\uff4e\uff41",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f600",
        "<b>bold</b> &amp; <img src=x>",
        "x" * 10_000,
        "word " * 2_000,
    ],
)
@pytest.mark.parametrize("width", [300, 700])
def test_any_line_is_shown_whole_and_as_it_was_typed(context, show, qtbot, line, width):
    write(context.journal, f"before\n{line}\nafter")
    page = show(context, width=width)
    page.press("copy-part-lines")
    qtbot.waitUntil(lambda: page.pane.lines.list.is_ready)

    above, row, below = rows(page)

    assert row.line.words == line
    assert above.geometry().bottom() < row.y()
    assert row.geometry().bottom() < below.y()
    assert row.height() == row.heightForWidth(row.width())
    assert row.width() <= page.pane.viewport().width()


def test_a_year_of_lines_never_holds_the_window_and_is_shown_as_far_as_it_is_read(context, show, qtbot):
    for number in range(60):
        write(context.journal, "\n".join(f"Line {number} {place} of a year that was long" for place in range(20)))
    write(context.journal, "word " * 2_000)
    page = show(context)

    page.press("copy-part-lines")
    assert not page.pane.lines.list.is_ready, "so much is not built at once"
    assert len(rows(page)) == MOST

    page.press("copy-lines-more")
    assert len(rows(page)) == 2 * MOST
    assert page.focused() is rows(page)[MOST]

    page.find("copy-find").setText("word")
    qtbot.keyClick(page.find("copy-find"), Qt.Key.Key_Return)
    assert [len(one) for one in words(page)] == [10_000]
    page.find("copy-line-0").click()
    page.find("copy-find").setText("line 59")
    qtbot.keyClick(page.find("copy-find"), Qt.Key.Key_Return)
    assert len(rows(page)) == 20
    page.find("copy-line-19").click()

    assert len(page.copy.changes) == 2
