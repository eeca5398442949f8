"""When the disk says no: the words stay, nothing claims to be saved, and nobody is held."""

from dataclasses import replace

import pytest

from kat_journal.domain.ids import Uid
from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.tasks import InlineTasks
from tests.gui.runner.conftest import form_id, item


class FullDisk(InlineTasks):
    """Refuses every call once it is full."""

    def __init__(self):
        self.full = False

    def journal(self, work, *, context, then=print, failed=print):
        if self.full:
            failed(DiskFullError())
        else:
            super().journal(work, context=context, then=then, failed=failed)


@pytest.fixture
def disk():
    return FullDisk()


@pytest.fixture
def context(context, disk):
    return replace(context, tasks=disk)


def test_words_that_could_not_be_saved_stay_and_are_not_called_saved(run_form, disk):
    runner = run_form("free-page")
    disk.full = True
    runner.type("Snow.")
    runner.page.flush()

    assert runner.find("item-words").words() == "Snow."
    assert runner.find("saved").text() == "Not saved yet"
    assert runner.find("runner-notice-text").text().startswith("The disk is full")


def test_the_notice_goes_once_they_are_saved(run_form, disk, journal):
    runner = run_form("free-page")
    disk.full = True
    runner.type("Snow.")
    runner.page.flush()
    disk.full = False
    runner.type(" More snow.")
    runner.page.flush()

    assert not runner.sees("runner-notice")
    assert runner.find("saved").text() == "Saved"
    stored = journal.responses.open(runner.page.place().response_uid)
    assert stored.answers[item("words")].text == "Snow. More snow."


def test_a_tap_that_could_not_be_saved_says_so(run_form, session, disk):
    runner = run_form("session-record", session)
    disk.full = True
    runner.click("item-route-nasal")

    assert runner.sees("runner-notice")
    assert runner.find("item-route-nasal").isChecked()


def test_leaving_waits_once_and_then_lets_go(run_form, disk, moves):
    runner = run_form("free-page")
    disk.full = True
    runner.type("Snow.")
    runner.click("leave")
    stayed = list(moves)
    runner.click("leave")

    assert stayed == []
    assert [place.name for place in moves] == [PageName.TODAY]


def test_a_form_that_cannot_be_opened_says_so_and_leads_back(run_form, disk, moves):
    disk.full = True
    runner = run_form("free-page")
    words = runner.find("runner-notice-text").text()
    runner.click("back")

    assert words.startswith("The disk is full")
    assert [place.name for place in moves] == [PageName.TODAY]


def test_a_place_whose_response_was_never_stored_opens_the_form_anew(run):
    place = Place(PageName.RUNNER, form_id=form_id("free-page"), response_uid=Uid("never-stored"))

    assert run(place).find("item-words").words() == ""
