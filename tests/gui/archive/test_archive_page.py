"""Taking everything along: what it is, where it goes, and what may stand in the way."""

import json
from dataclasses import replace

import pytest

from kat_journal.gui.archive import build
from kat_journal.gui.navigation import PageName, Place
from tests.helpers.clock import november

KINDS = [("archive-json", "archive-whole", ".json"), ("archive-csv", "archive-table", ".csv")]


@pytest.fixture(autouse=True)
def the_day_after(clock):
    """The demo's last session was on the day before, and its calm hours are over."""
    clock.set(november(24, 10))


@pytest.mark.parametrize(("button", "card", "suffix"), KINDS)
def test_a_file_is_saved_where_the_person_says_and_remembered(page, demo_context, tmp_path, button, card, suffix):
    demo_context.dialogs.answer(tmp_path / "mine")
    page.press(button)

    path = tmp_path / f"mine{suffix}"
    record = demo_context.journal.summaries.records()[0]
    assert path.exists()
    assert (record.file, record.everything) == (str(path), True)
    assert page.said(f"{card}-notice-text").startswith(f"Saved as mine{suffix}. The file is not encrypted.")
    assert page.button(button).hasFocus()
    asked = demo_context.dialogs.asked[0]
    assert asked.suggested.name == f"everything-2026-11-24{suffix}"
    assert asked.title == "Save everything, not encrypted"


def test_it_can_be_brought_in_again(page, demo_context, tmp_path):
    demo_context.dialogs.answer(tmp_path / "all.json")
    page.press("archive-json")

    assert json.loads((tmp_path / "all.json").read_bytes())["kat_journal_archive"] == 1


def test_a_dialog_that_is_cancelled_saves_nothing(page, demo_context):
    page.press("archive-json")

    assert len(demo_context.dialogs.asked) == 1
    assert not page.sees("archive-whole-notice")
    assert not demo_context.journal.summaries.records()


def test_after_a_session_it_waits_unless_the_person_will_not(page, demo_context, clock, tmp_path):
    clock.set(november(22, 12))
    demo_context.journal.courses.just_had()
    page.press("archive-csv")
    assert page.said("archive-table-notice-text") == "You had a session today. This can wait until tomorrow."
    assert page.button("archive-stay").hasFocus()
    assert not demo_context.dialogs.asked

    page.press("archive-stay")
    assert not page.sees("archive-table-notice")
    page.press("archive-csv")
    demo_context.dialogs.answer(tmp_path / "all.csv")
    page.press("archive-go-on")
    assert (tmp_path / "all.csv").exists()


def test_a_file_is_replaced_only_when_the_person_says_so(page, demo_context, tmp_path):
    path = tmp_path / "all.json"
    path.write_text("mine", encoding="utf-8")
    demo_context.dialogs.answer(path)
    page.press("archive-json")
    assert page.said("archive-whole-notice-text") == "There is already a file called all.json."
    assert path.read_text(encoding="utf-8") == "mine"

    page.press("archive-go-on")
    assert path.read_bytes().startswith(b'{\n"kat_journal_archive"')


def test_what_cannot_be_saved_is_said_in_words(page, demo_context, tmp_path):
    demo_context.dialogs.answer(tmp_path / "nowhere" / "all.json")
    page.press("archive-json")

    assert page.said("archive-whole-notice-text").startswith("The file cannot be saved at that place.")
    assert page.button("archive-json").isEnabled()


def test_what_was_said_of_one_file_goes_when_the_other_is_asked_for(page, demo_context, tmp_path):
    demo_context.dialogs.answer(tmp_path / "all.json")
    page.press("archive-json")
    page.press("archive-csv")

    assert not page.sees("archive-whole-notice")


def test_it_tells_how_far_it_is_and_can_be_stopped(qtbot, show, demo_context, held, tmp_path):
    page = show(build(Place(PageName.ARCHIVE), replace(demo_context, tasks=held), None))
    demo_context.dialogs.answer(tmp_path / "all.json")
    page.press("archive-json")
    held.go_on()  # whether a session was today
    held.go_on()  # how many rows there are
    assert page.button("archive-whole-stop").hasFocus()
    assert not page.button("archive-json").isEnabled()
    assert not page.button("archive-csv").isEnabled()
    qtbot.waitUntil(lambda: page.said("archive-whole-state") == "Saving\u2026 0 %")

    page.press("archive-whole-stop")
    held.go_on()
    assert page.said("archive-whole-notice-text") == "Stopped. Nothing was saved."
    assert not (tmp_path / "all.json").exists()
    assert page.button("archive-json").hasFocus()
    assert held.is_idle()


def test_the_ways_from_here(page, demo_context):
    went = []
    demo_context.navigator.moved.connect(went.append)
    page.press("archive-backups")
    page.press("back")

    assert [one.name for one in went] == [PageName.BACKUPS, PageName.TODAY]
    assert page.view.place() == Place(PageName.ARCHIVE)


@pytest.mark.parametrize(("button", "card", "suffix"), KINDS)
def test_a_name_with_a_full_stop_in_it_gets_its_ending_all_the_same(page, demo_context, tmp_path, button, card, suffix):
    demo_context.dialogs.answer(tmp_path / "Everything, 3. November")
    page.press(button)

    assert [path.name for path in tmp_path.glob("Every*")] == [f"Everything, 3. November{suffix}"]
    assert page.said(f"{card}-notice-text").startswith(f"Saved as Everything, 3. November{suffix}.")
