"""What was changed is seen, and undone from there."""

import pytest

from kat_journal.domain.edited import APPOINTMENT
from kat_journal.gui.share.copying.change_list import MOST
from kat_journal.services.summaries import Change
from tests.gui.share.copying.harness import write


def test_the_page_says_how_much_is_other_and_nothing_while_nothing_is(page):
    assert page.line.isHidden()

    page.add("Anna", "A.")
    assert page.text("changes-words") == "1 change in this copy. These stay as they are: Annas."
    page.add("canal", "water")
    assert page.text("changes-words").startswith("3 changes in this copy.")

    page.press("copy-name-0-off")
    page.press("copy-name-0-off")
    assert page.line.isHidden()


def test_of_many_longer_words_the_line_names_three(page):
    page.line.show_made((), ("a", "b", "c", "d"))

    assert page.text("changes-words") == "These stay as they are: a, b, c, and more."


def test_see_them_leads_to_the_changes(page, qtbot):
    page.add("Anna", "A.")

    page.press("changes-see")

    qtbot.waitUntil(lambda: page.text("copy-change-0-before") == "Anna came.")
    assert page.text("copy-change-0-where") == "What would you like to write?"
    assert page.text("copy-change-0-after") == "A. came."
    assert page.focused().objectName() == "copy-part-changes"
    assert page.focused().text() == "Changes (1)"


def test_where_only_a_longer_word_stays_see_them_leads_to_it(context, show, qtbot):
    write(context.journal, "Annas coat")
    page = show(context)
    page.add("Anna", "A.")
    page.press("copy-part-lines")

    page.press("changes-see")

    qtbot.waitUntil(lambda: page.find("copy-longer-0") is not None)


def test_with_no_change_the_list_says_so(page):
    page.press("copy-part-changes")

    assert page.text("copy-no-changes") == "Nothing in this copy is other than in your journal."


def test_a_change_is_undone_where_it_is_seen_and_the_keyboard_stays(page, qtbot):
    page.add("Anna", "A.")
    page.press("copy-part-lines")
    page.press("copy-line-1")
    page.press("copy-line-3")
    page.press("copy-part-changes")
    assert page.text("copy-change-0-how") == "is left out"
    page.find("copy-change-0-back").setFocus()

    page.press("copy-change-0-back")
    assert [one.before for one in page.copy.changes] == ["The canal was quiet.", "Anna came."]
    assert page.focused().objectName() == "copy-change-0-back"

    page.press("copy-change-1-off-0")
    page.press("copy-change-0-back")

    assert page.copy.changes == ()
    assert page.context.journal.replacements.all() == ()
    assert page.find("copy-no-changes") is not None


def test_each_name_of_a_line_can_be_taken_off_by_itself(context, show):
    write(context.journal, "Anna and Will")
    page = show(context)
    page.add("Anna", "A.")
    page.add("Will", "W.")
    page.press("copy-part-changes")
    assert page.find("copy-change-0-off-0").text() == "Take Anna off the list"

    page.press("copy-change-0-off-1")

    assert [one.name for one in context.journal.replacements.all()] == ["Anna"]


def test_a_struck_line_that_holds_a_name_is_told_as_left_out(page):
    page.add("Anna", "A.")
    page.press("copy-part-lines")
    page.press("copy-line-0")
    page.press("copy-part-changes")

    assert page.text("copy-change-0-how") == "is left out"
    assert page.find("copy-change-0-after") is None


def test_a_name_at_the_top_is_told_by_what_it_is(page):
    page.copying.show_made((Change(APPOINTMENT, 0, "Dr. Bell", "Dr. B."),), ())
    page.press("copy-part-changes")

    assert page.text("copy-change-0-where") == "Who the appointment is with"


@pytest.mark.parametrize(("front", "start"), [("x" * 500, "…"), ("", "Anna")])
def test_of_a_very_long_line_the_place_of_the_change_is_shown(context, show, front, start):
    write(context.journal, f"{front} Anna {'y' * 9_000}")
    page = show(context)
    page.add("Anna", "A.")
    page.press("copy-part-changes")

    before, after = page.text("copy-change-0-before"), page.text("copy-change-0-after")
    assert before.strip().startswith(start)
    assert "Anna yyy" in before
    assert "A. yyy" in after
    assert max(len(before), len(after)) < 260
    assert before.endswith("…")


def test_many_changes_are_shown_as_far_as_they_are_read(context, show):
    write(context.journal, "\n".join(["Anna came"] * (MOST + 3)))
    page = show(context)
    page.add("Anna", "A.")
    page.press("copy-part-changes")
    assert page.find(f"copy-change-{MOST}") is None

    page.press("copy-changes-more")

    assert page.focused().objectName() == f"copy-change-{MOST}-off-0"
    assert page.find(f"copy-change-{MOST + 2}") is not None
    assert page.find("copy-changes-more") is None
