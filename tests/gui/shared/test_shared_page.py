"""What I have shared: every summary that left, what was in it, and what became of its file."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.shared.words import in_groups
from tests.storage.making import read_only


@pytest.fixture
def moves(context):
    places = []
    context.navigator.moved.connect(places.append)
    return places


def test_where_nothing_left_the_page_says_so_and_leads_on(show, moves):
    page = show()
    assert page.said("shared-about").startswith("Nothing has left your journal so far.")
    assert page.focused == "shared-make"
    assert page.said("shared-limits") == ""

    page.press("shared-make")

    assert moves == [Place(PageName.SHARE)]


def test_each_summary_is_told_newest_first_with_its_day_its_form_and_its_file(show, export):
    export("a.md")
    export("b.html", format="html")
    page = show()
    assert page.listed() == ["b.html", "a.md"]
    assert page.focused == "shared-0-inside"
    assert page.said("shared-0-when") == "Monday, 23 November 2026, 10:31"
    assert "From 25 October 2026 to 23 November 2026." in page.said("shared-0-about")
    assert "Saved as a web page (HTML)." in page.said("shared-0-about")
    assert "2 things were in it." in page.said("shared-0-about")
    assert "1 thing was in it." in page.said("shared-1-about")
    assert "Anyone who uses this computer can read it." in page.said("shared-1-file")
    assert "may still find its words on the disk" in page.said("shared-limits")


def test_an_archive_is_told_as_everything(show, export):
    export("all.csv", format="csv", everything=True)
    page = show()
    assert page.said("shared-0-about").startswith("Everything, for myself.")
    page.press("shared-0-inside")
    assert "It was for you alone." in page.said("shared-0-everything")
    assert page.said("shared-0-since") == ""


def test_what_was_in_it_unfolds_by_keyboard_and_folds_again(show, export, journal):
    export("a.md")
    page = show()
    opener = page.button("shared-0-inside")
    QTest.keyClick(opener, Qt.Key.Key_Return)
    form = journal.library.form("core:free-page")
    assert page.said("shared-0-lines-0") == f"{form.item('words').ask} · 23\u00a0Nov\u00a02026"
    assert page.said("shared-0-since") == "You have written nothing new since then."
    assert (opener.text(), opener.accessibleName(), opener.isChecked()) == ("Close this", "What was in it", True)
    QTest.keyClick(opener, Qt.Key.Key_Tab)
    QTest.keyClick(page.page.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(page.page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focused == "shared-0-lines-0"

    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Return)

    assert page.said("shared-0-lines-0") == ""
    assert page.focused == "shared-0-inside"
    QTest.keyClick(opener, Qt.Key.Key_Return)
    assert page.said("shared-0-lines-0") != ""


def test_what_was_deleted_since_and_what_is_new_is_counted(show, export, journal):
    first, second = export("a.md"), export("b.md")
    for record, key in ((first, first.keys[0]), (second, next(iter(set(second.keys) - set(first.keys))))):
        assert key in record.keys
        journal.responses.trash(Uid(key.split(":")[1]))
    journal.responses.save(journal.responses.new("core:free-page").draft, Answer("words", text="later"))
    page = show()
    for place in (0, 1):
        page.press(f"shared-{place}-inside")
    assert page.said("shared-0-gone") == "The 2 things in it are no longer in your journal, or wait in the bin."
    assert page.said("shared-1-gone") == "What was in it is no longer in your journal, or waits in the bin."
    assert page.said("shared-1-since") == "1 answer is new or changed since then."


def test_the_fingerprint_is_told_when_it_is_asked_for(show, export):
    record = export("a.md")
    page = show()
    page.press("shared-0-inside")
    assert page.said("shared-0-sha256") == ""
    page.press("shared-0-fingerprint")
    assert page.said("shared-0-sha256") == in_groups(record.sha256)
    assert page.said("shared-0-sha256").replace(" ", "") == record.sha256
    assert page.focused == "shared-0-sha256"
    page.press("shared-0-fingerprint")
    assert page.said("shared-0-sha256") == ""


def test_a_file_is_deleted_and_that_it_left_stays_known(show, export):
    record = export("a.md")
    page = show()

    page.press("shared-0-delete")

    assert not Path(record.file).exists()
    assert page.said("shared-0-notice-text").startswith("The file is deleted. Copies that went elsewhere")
    assert not page.offers("shared-0-delete")
    assert page.focused == "shared-0-inside"
    again = show()
    assert again.said("shared-0-file") == "Its file was deleted here, left where it is, or is on another computer."


def test_a_file_that_is_left_where_it_is_is_offered_no_more(show, export, journal):
    record = export("a.md")
    page = show()

    page.press("shared-0-leave")

    assert Path(record.file).exists()
    assert page.said("shared-0-notice-text").startswith("It stays where it is.")
    assert not page.offers("shared-0-delete")
    assert journal.saved_files.open_ones() == ()


def test_every_row_about_a_file_tells_the_same(show, export, journal):
    record = export("a.md")
    path, period = Path(record.file), journal.summaries.default_period()
    journal.exports.record(path.read_bytes(), path, period, frozenset(record.keys))
    page = show()
    assert page.offers("shared-1-delete")
    page.press("shared-0-delete")
    assert not page.offers("shared-1-delete")


def test_a_changed_file_is_left_alone_and_that_is_said(show, export, change):
    record, other = export("a.md"), export("b.md")
    page = show()
    change(record)

    page.press("shared-1-delete")

    assert Path(record.file).read_text(encoding="utf-8") == "mine"
    assert "left alone, and nothing was deleted" in page.said("shared-1-notice-text")
    assert "was changed or replaced since you saved it" in page.said("shared-1-file")
    assert not page.offers("shared-1-delete")
    Path(other.file).unlink()
    assert "or its drive is not connected" in show().said("shared-0-file")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
def test_where_the_system_refuses_that_is_said_and_it_is_offered_again(show, export, tmp_path):
    record = export("a.md", tmp_path / "shelf")
    page = show()
    with read_only(tmp_path / "shelf"):
        page.press("shared-0-delete")
    assert page.said("shared-0-notice-text").startswith("The file could not be deleted.")
    assert Path(record.file).exists()

    page.press("shared-0-delete")

    assert not Path(record.file).exists()


def test_a_copy_of_everything_is_deleted_after_a_question(show, export):
    record = export("all.csv", format="csv", everything=True)
    page = show()
    page.press("shared-0-delete")
    assert page.focused == "shared-0-delete-no"
    page.press("shared-0-delete-no")
    assert Path(record.file).exists()
    assert page.said("shared-0-notice-text") == ""
    page.press("shared-0-delete")
    page.press("shared-0-delete-yes")
    assert not Path(record.file).exists()


def test_one_can_be_taken_off_the_list_after_a_question(show, export, journal):
    export("a.md")
    gone = export("b.md")
    export("c.md")
    page = show()
    page.press("shared-1-inside")
    page.press("shared-1-forget")
    assert "counts as not shared" in page.said("shared-1-notice-text")
    assert "This can wait" not in page.said("shared-1-notice-text")
    assert page.focused == "shared-1-forget-no"

    page.press("shared-1-forget-yes")

    assert page.listed() == ["c.md", "a.md"]
    assert page.said("shared-notice-text") == "It is off the list."
    assert page.focused == "shared-1-inside"
    assert Path(gone.file).exists()
    assert gone not in journal.shared.records()


def test_after_a_session_taking_off_had_better_wait(show, export, journal):
    export("a.md")
    journal.courses.just_had()
    page = show()
    page.press("shared-0-inside")
    page.press("shared-0-forget")
    assert page.said("shared-0-notice-text").endswith("You had a session today. This can wait until tomorrow.")
    page.press("shared-0-forget-yes")
    assert page.focused == "shared-make"


def test_trouble_is_said_in_the_page(show, export, vault):
    export("a.md")
    page = show()
    vault.close()
    page.press("shared-0-inside")
    assert page.said("shared-notice-text") != ""
    assert page.said("shared-0-file") != ""


def test_back_leads_to_where_one_was_and_the_place_is_kept(show, context):
    page = show()
    assert page.page.place() == Place(PageName.SHARED)
    context.navigator.go(Place(PageName.SHARE))
    context.navigator.go(page.page.place())
    moves = []
    context.navigator.moved.connect(moves.append)
    page.press("back")
    assert moves == [Place(PageName.SHARE)]


def test_the_window_is_never_wider_than_it_is(show, export):
    export("a" * 200 + ".md")
    page = show(size=(500, 600))
    rows = [one for one in page.page.findChildren(QWidget) if one.objectName() == "shared-0"]
    assert rows[0].width() <= 500
