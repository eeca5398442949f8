"""After an appointment Today offers to delete the summary that was saved for it: once, calmly, and never by itself."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.exports import PDF_LOCKED, Asked
from tests.helpers.busy import BusyTasks
from tests.storage.making import read_only

ONE, TWO = "You saved a summary before your appointment", "You saved 2 summaries before your appointment"


@pytest.fixture
def save(journal, tmp_path):
    """Saves a summary under that name."""

    def save(name, folder=tmp_path):
        draft = journal.responses.new("core:free-page").draft
        journal.responses.save(draft, Answer("words", text="The river was warm."))
        journal.responses.set_share(draft.uid, "words", ShareMark.SHARE)
        folder.mkdir(exist_ok=True)
        return journal.exports.export_file(journal.summaries, folder / name, Asked()).record

    return save


@pytest.fixture
def meet(journal, clock):
    """An appointment begins, and is over."""

    def meet():
        clock.pass_time(minutes=1)
        journal.courses.add_appointment(clock.now())
        clock.pass_time(hours=1, minutes=1)

    return meet


def said(page, name):
    return next((one.text() for one in page.findChildren(QLabel, name) if one.isVisible()), "")


def offers(page, name):
    return any(one.isVisible() for one in page.findChildren(QAbstractButton, name))


def press(page, name):
    button = next(one for one in page.findChildren(QAbstractButton, name) if one.isVisible())
    button.setFocus()
    button.click()
    QApplication.processEvents()


def test_before_the_appointment_nothing_is_said_of_it(show, save):
    save("a.md")
    assert said(show(), "reminder-title") not in {ONE, TWO}


def test_the_file_is_deleted_and_what_that_means_is_said(show, save, meet, moves, journal):
    record = save("a.md")
    meet()
    page = show()
    assert said(page, "reminder-title") == ONE
    assert said(page, "reminder-words") == "It is still on this computer, readable to anyone who uses it."
    assert page.focusWidget().objectName() == "write-freely", "it takes no focus"

    press(page, "reminder-action")

    assert not Path(record.file).exists()
    assert said(page, "saved-outcome").startswith("The file is deleted. Copies that you sent")
    assert not any(offers(page, name) for name in ("reminder-action", "saved-keep", "reminder-other"))
    assert page.focusWidget().objectName() == "saved-list"
    assert [one.sha256 for one in journal.shared.records()] == [record.sha256]
    press(page, "saved-list")
    assert moves == [Place(PageName.SHARED)]
    assert said(show(), "reminder-title") != ONE


def test_kept_it_is_spoken_of_no_more(show, save, meet, journal):
    record = save("a.md")
    meet()
    page = show()
    press(page, "saved-keep")
    assert said(page, "saved-outcome") == "It stays where it is, and is not spoken of again here."
    assert Path(record.file).exists()
    assert journal.shared.offer() is None


def test_not_today_comes_back_tomorrow(show, save, meet, clock):
    record = save("a.md")
    meet()
    page = show()
    press(page, "reminder-other")
    assert said(page, "reminder-title") == ""
    assert said(show(), "reminder-title") != ONE
    clock.pass_time(days=1)
    assert said(show(), "reminder-title") == ONE
    assert Path(record.file).exists()


def test_several_are_one_card(show, save, meet):
    records = [save("a.md"), save("b.md")]
    meet()
    page = show()
    assert said(page, "reminder-title") == TWO
    Path(records[0].file).write_text("mine", encoding="utf-8")

    press(page, "reminder-action")

    assert said(page, "saved-outcome").startswith("The file is deleted.")
    assert said(page, "saved-outcome").endswith("One file was changed or moved since you saved it. It was left alone.")
    assert Path(records[0].file).read_text(encoding="utf-8") == "mine"
    assert not Path(records[1].file).exists()


def test_several_are_kept_or_deleted_together(show, save, meet):
    records = [save("a.md"), save("b.md")]
    meet()
    page = show()
    press(page, "saved-keep")
    assert said(page, "saved-outcome").startswith("They stay where they are")
    assert all(Path(one.file).exists() for one in records)
    later = [save("c.md"), save("d.md")]
    meet()
    page = show()
    press(page, "reminder-action")
    assert said(page, "saved-outcome").startswith("The 2 files are deleted.")
    assert not any(Path(one.file).exists() for one in later)


def test_a_file_that_was_changed_meanwhile_is_never_deleted(show, save, meet):
    records = [save("a.md")]
    meet()
    page = show()
    Path(records[0].file).write_text("mine", encoding="utf-8")
    press(page, "reminder-action")
    assert said(page, "saved-outcome").endswith("It was left alone, and nothing was deleted.")
    assert Path(records[0].file).exists()
    records = [save("b.md"), save("c.md")]
    meet()
    page = show()
    for one in records:
        Path(one.file).unlink()
    press(page, "reminder-action")
    assert said(page, "saved-outcome").startswith("2 files were changed or moved")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
def test_where_the_system_refuses_it_says_so_and_offers_again(show, save, meet, tmp_path):
    record = save("a.md", tmp_path / "shelf")
    meet()
    page = show()
    with read_only(tmp_path / "shelf"):
        press(page, "reminder-action")
    assert said(page, "saved-outcome").startswith("The file could not be deleted. It is still where you saved it")
    assert Path(record.file).exists()

    press(page, "reminder-action")

    assert not Path(record.file).exists()
    assert said(page, "saved-outcome").startswith("The file is deleted.")


def test_one_answer_is_taken_at_a_time(show, context, save, meet):
    save("a.md")
    meet()
    tasks = BusyTasks(is_busy=False)
    page = show(replace(context, tasks=tasks))
    tasks.is_busy = True
    press(page, "reminder-action")
    press(page, "reminder-action")
    press(page, "saved-keep")
    tasks.let_go()
    assert said(page, "saved-outcome").startswith("The file is deleted.")


def test_a_file_with_a_password_is_not_called_readable(show, journal, meet, tmp_path):
    period = journal.summaries.default_period()
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        journal.exports.record(name.encode(), tmp_path / name, period, frozenset(), PDF_LOCKED)
        if name == "a.pdf":
            meet()
            assert said(show(), "reminder-words") == "It is still on this computer, locked with its password."
    meet()
    assert said(show(), "reminder-words") == "They are still on this computer, locked with their passwords."


def test_in_the_hours_after_a_session_it_is_not_said(show, save, meet, journal, clock):
    save("a.md")
    meet()
    journal.courses.just_had()
    assert said(show(), "reminder-title") == ""
    clock.pass_time(days=1)
    assert said(show(), "reminder-title") == ONE


def test_a_drive_that_is_not_connected_gives_no_card_and_no_trouble(show, save, meet, tmp_path):
    save("a.md", tmp_path / "stick")
    meet()
    (tmp_path / "stick").rename(tmp_path / "pulled")
    page = show()
    assert said(page, "reminder-title") != ONE
    assert said(page, "trouble-text") == ""


def test_trouble_is_said_in_the_page(show, save, meet, vault):
    save("a.md")
    meet()
    page = show()
    vault.close()
    press(page, "saved-keep")
    assert said(page, "trouble-text") != ""
    assert offers(page, "saved-keep")
