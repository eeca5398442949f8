"""The list of names: added, changed, taken off, and never lost on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kat_journal.gui.share.copying.name_list import MOST
from kat_journal.gui.tasks import InlineTasks
from tests.conftest import surroundings


def names(page):
    return [(one.name, one.instead, one.as_written) for one in page.context.journal.replacements.all()]


def test_a_name_is_kept_in_the_journal_and_leaves_as_something_else(page):
    before = page.times

    page.add("Anna", "A.")

    assert names(page) == [("Anna", "A.", False)]
    assert page.times == before + 1
    assert page.copying.edits.replacements == page.context.journal.replacements.all()
    assert page.text("copy-name-0-name") == "Anna"
    assert page.text("copy-name-0-instead") == "leaves as A."
    assert [one.after for one in page.copy.changes] == ["A. came."]


def test_a_list_that_was_kept_is_there_the_next_time(written, show):
    show(written).add("Anna", "A.")

    page = show(written)

    assert page.text("copy-name-0-name") == "Anna"
    assert [one.after for one in page.copy.changes] == ["A. came."]
    assert page.find("copy-form") is None, "with names on the list, the list comes first"


def test_the_keyboard_alone_adds_name_after_name(page, qtbot):
    field = page.find("copy-name")
    field.setFocus()
    qtbot.keyClicks(field, "Anna")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(page.focused(), "A.")
    qtbot.keyClick(page.focused(), Qt.Key.Key_Return)

    assert page.focused() is field
    assert field.text() == page.find("copy-instead").text() == ""
    assert names(page) == [("Anna", "A.", False)]


@pytest.mark.parametrize(
    ("name", "instead", "where"),
    [("", "A.", "copy-name"), (" -- ", "A.", "copy-name"), ("Anna", "  ", "copy-instead"), ("", "", "copy-name")],
)
def test_what_cannot_be_used_is_said_beside_its_field_and_stays_there(page, name, instead, where):
    before = page.times

    page.add(name, instead)

    assert page.find(f"{where}-problem").text().startswith("Type ")
    assert page.find(where).accessibleDescription() == page.text(f"{where}-problem")
    assert page.focused() is page.find(where)
    assert (page.find("copy-name").text(), page.find("copy-instead").text()) == (name, instead)
    assert names(page) == []
    assert page.times == before

    page.type(where, "B.")
    assert page.find(f"{where}-problem") is None


@pytest.mark.parametrize(
    ("button", "instead"),
    [("initial", "A. B."), ("partner", "my partner"), ("friend", "a friend"), ("doctor", "my doctor")],
)
def test_suggestions_fill_the_field_and_force_nothing(page, button, instead):
    assert page.find("copy-suggest-initial") is None
    page.type("copy-name", "Anna Bell")

    page.press(f"copy-suggest-{button}")

    assert page.find("copy-instead").text() == instead
    assert names(page) == []


def test_a_name_that_is_a_word_keeps_its_capitals(page):
    page.press("copy-capitals")
    page.add("Will", "W.")

    assert names(page) == [("Will", "W.", True)]
    assert [one.after for one in page.copy.changes] == ["W. said we will go."]
    assert page.text("copy-name-0-instead") == "leaves as W., only with these capitals"
    assert not page.find("copy-capitals").isChecked(), "the next name is another one"


def test_a_name_is_changed_where_it_stands(page):
    page.add("Anna", "A.")
    page.add("Will", "W.")
    page.press("copy-name-0-change")
    assert page.find("copy-name").text() == "Anna"

    page.add("Anna", "my friend")

    assert names(page) == [("Anna", "my friend", False), ("Will", "W.", False)]
    assert page.find("copy-form") is None
    assert page.focused().objectName() == "copy-name-0-change"


def test_a_name_that_is_on_the_list_already_is_changed_there_and_that_is_said(page):
    page.add("Anna", "A.")

    page.add("ANNA", "my partner")

    assert names(page) == [("ANNA", "my partner", False)]
    assert page.text("copy-notice-text").startswith("ANNA was on your list already.")

    page.add("Will", "W.")
    assert page.find("copy-notice-text") is None


def test_a_name_that_becomes_another_one_of_the_list_takes_its_place_and_that_is_said(page):
    page.add("Anna", "A.")
    page.add("Will", "W.")
    page.press("copy-name-1-change")

    page.add("anna", "W.")

    assert names(page) == [("anna", "W.", False)]
    assert "already" in page.text("copy-notice-text")


def test_taking_names_off_leads_on_to_the_next_and_at_last_to_the_form(page):
    page.add("Anna", "A.")
    page.add("Will", "W.")
    page.press("copy-close")
    assert page.focused() is page.find("copy-add")
    page.find("copy-name-0-off").setFocus()

    page.press("copy-name-0-off")
    assert names(page) == [("Will", "W.", False)]
    assert page.focused().objectName() == "copy-name-0-change"

    page.press("copy-name-0-off")
    assert names(page) == []
    assert page.copy.changes == ()
    assert page.focused() is page.find("copy-name")


def test_what_is_half_typed_outlasts_whatever_else_happens(page):
    page.add("Anna", "A.")
    page.type("copy-name", "Wi")
    page.type("copy-instead", "my d")

    page.make()
    page.press("copy-longer-0")
    page.press("copy-name-0-off")
    page.press("copy-part-lines")
    page.press("copy-part-names")

    assert (page.find("copy-name").text(), page.find("copy-instead").text()) == ("Wi", "my d")


def test_a_name_that_is_taken_off_while_it_is_changed_is_a_new_one_then(page):
    page.add("Anna", "A.")
    page.press("copy-name-0-change")
    page.type("copy-name", "Anna Bell")

    page.press("copy-name-0-off")
    assert page.find("copy-name").text() == "Anna Bell"
    page.press("copy-keep")

    assert names(page) == [("Anna Bell", "A.", False)]


def test_closing_the_form_goes_back_to_what_was_begun(page):
    page.add("Anna", "A.")
    page.press("copy-close")
    page.press("copy-add")
    assert page.focused() is page.find("copy-name")
    page.press("copy-close")
    page.press("copy-name-0-change")
    page.press("copy-close")

    assert page.focused().objectName() == "copy-name-0-change"
    assert names(page) == [("Anna", "A.", False)]


def test_longer_words_are_named_and_one_press_changes_them_too(page):
    page.add("Anna", "A.")
    assert page.text("copy-longer-words") == "These stay as they are: Annas"

    page.press("copy-longer-0")

    assert names(page) == [("Anna", "A.", False), ("Annas", "A.", False)]
    assert page.find("copy-longer") is None
    assert page.copy.longer_in(page.chosen) == ()


def test_of_many_longer_words_the_next_come_when_the_first_are_done(context, show):
    from tests.gui.share.copying.harness import write

    write(context.journal, " ".join(f"Anna{letter}" for letter in "bcdefghijk"))
    page = show(context)
    page.add("Anna", "A.")

    assert page.text("copy-longer-words").endswith("Annai, and more")
    page.press("copy-longer-0")
    assert "Annaj" in page.text("copy-longer-words")


class Refusing(InlineTasks):
    """A journal thread whose disk has gone."""

    def __init__(self):
        self.refuses = False

    def journal(self, work, *, context, then=lambda _: None, failed=lambda _: None):
        if self.refuses:
            failed(OSError("gone"))
        else:
            super().journal(work, context=context, then=then, failed=failed)


def test_a_name_that_could_not_be_kept_stays_in_its_field(written, show, theme, dialogs, clock, preferences):
    from dataclasses import replace

    tasks = Refusing()
    page = show(replace(surroundings(written.journal, theme, dialogs, clock, preferences), tasks=tasks))
    tasks.refuses = True

    page.add("Anna", "A.")

    assert page.text("copy-notice-text")
    assert page.find("copy-name").text() == "Anna"
    assert page.copying.edits.replacements == ()


def test_nothing_typed_is_taken_for_markup(page):
    page.add("<b>Anna</b>", "<i>A</i> & B")

    assert page.text("copy-name-0-name") == "<b>Anna</b>"
    assert page.text("copy-name-0-instead") == "leaves as <i>A</i> & B"
    labels = page.pane.findChildren(type(page.find("copy-name-0-name")))
    assert labels
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
    assert isinstance(page.find("copy-name"), QLineEdit)


def test_a_very_long_list_is_shown_as_far_as_it_is_read(context, show):
    for number in range(MOST + 2):
        context.journal.replacements.put(f"Name{number}", "N.")
    page = show(context)
    assert page.find(f"copy-name-{MOST}") is None

    page.press("copy-names-more")

    assert page.focused().objectName() == f"copy-name-{MOST}-change"
    assert page.text(f"copy-name-{MOST + 1}-name") == f"Name{MOST + 1}"
