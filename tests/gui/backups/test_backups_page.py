"""The page of backups: how old, where, made now, checked, copied to a second place, and older ones removed."""

import dataclasses

import pytest

from kat_journal.gui.backup_words import when
from kat_journal.gui.navigation import PageName
from kat_journal.gui.tasks import InlineTasks
from kat_journal.storage.backup_look import verify


def damage(path):
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def test_before_the_first_it_says_so_and_where_backups_will_be(page, journal):
    assert page.said("backups-age") == "There is no backup yet. The first is made by itself soon."
    assert page.said("backups-folder") == str(journal.backups.folder)
    assert str(journal.backups.folder) in page.view.findChild(object, "backups-folder").accessibleName()
    assert not page.button("check-backups").isEnabled()
    assert not page.button("remove-older").isEnabled()
    assert page.view.focusWidget() is page.button("back-up-now")
    assert page.view.place().name is PageName.BACKUPS


def test_a_backup_now_is_made_checked_and_listed(page, journal):
    page.press("back-up-now")

    (made,) = journal.backups.list()
    assert verify(made.path).verified
    assert page.said("backups-notice-text") == "The backup is made. It was opened and read whole."
    assert page.said("backups-age") == "The newest backup was made today at 10:30."
    first, size = page.rows()
    assert first == "Monday 23 November 2026, 10:30"
    assert size.endswith("kB")
    assert not page.sees("backup-state")


def test_its_age_is_told_in_days(page, journal, clock, show, context):
    page.press("back-up-now")
    clock.pass_time(days=1)
    assert show(context).said("backups-age") == "The newest backup was made yesterday."
    clock.pass_time(days=5)
    assert show(context).said("backups-age") == "The newest backup was made on Monday 23 November 2026, 10:30."


def test_what_is_special_about_a_backup_is_said(page, journal, show, context):
    page.press("back-up-now")
    (made,) = journal.backups.list()
    for name in ("replaced-2026.kjbackup", "before-schema-2.kjbackup"):
        (made.path.parent / name).write_bytes(made.path.read_bytes())
    (made.path.parent / "broken.kjbackup").write_text("not ours")

    rows = " ".join(show(context).rows())

    assert "What was in place before a backup was restored." in rows
    assert "Made before an update of KAT Journal." in rows
    assert "broken.kjbackup" in rows
    assert "It cannot be read" in rows


def test_checking_finds_what_is_damaged(page, journal, show, context):
    page.press("back-up-now")
    page.press("check-backups")
    assert page.said("backups-notice-text") == "Every backup is as it was written."

    damage(journal.backups.list()[0].path)
    page.press("check-backups")

    assert page.said("backups-notice-text").startswith("Damaged: 1 of 1.")
    assert any(line.endswith("It is damaged.") for line in page.rows())


def test_what_goes_wrong_is_said_in_the_page(page, journal, clock):
    journal.backups.folder.write_text("something else stands there")
    page.press("back-up-now")

    assert page.said("backups-notice-text") != ""
    assert "The backup is made" not in page.said("backups-notice-text")
    assert page.button("back-up-now").isEnabled()


def test_a_second_place_is_chosen_filled_and_given_up(page, journal, dialogs, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answer(None)
    page.press("choose-second-place")
    assert not page.sees("second-place-folder")

    dialogs.answer(stick)
    page.press("choose-second-place")

    assert page.said("second-place-folder") == str(stick)
    assert page.said("second-place-state") == "Last copied: Monday 23 November 2026, 10:30."
    assert page.said("backups-notice-text").endswith("A copy is at the second place.")
    assert len(list(stick.iterdir())) == 1
    assert page.button("choose-second-place").text() == "Choose another place"

    page.press("leave-second-place")
    assert not page.sees("second-place-folder")
    assert len(list(stick.iterdir())) == 1


def test_a_second_place_that_is_away_or_in_trouble_is_said_so(page, dialogs, tmp_path, clock, show, context):
    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answer(stick)
    page.press("choose-second-place")
    for path in stick.iterdir():
        path.unlink()
    stick.rmdir()
    clock.pass_time(minutes=1)
    page.press("back-up-now")
    assert page.said("backups-notice-text").endswith("so it has no copy of it yet.")
    assert page.said("second-place-state").endswith("It is not connected now.")
    assert dialogs.asked[0].title == "Choose a second place"

    stick.mkdir()
    clock.pass_time(minutes=1)
    (stick / "2026-11-23T103200.kjbackup").mkdir()
    page.press("back-up-now")
    assert "It could not be copied to the second place." in page.said("backups-notice-text")


def test_a_place_that_has_no_copy_yet_says_so(journal, tmp_path, show, context, dialogs):
    (tmp_path / "stick").mkdir()
    journal.backups.choose_second_place(tmp_path / "stick")

    page = show(context)

    assert page.said("second-place-state") == "No backup is there yet."
    page.press("choose-second-place")
    assert dialogs.asked[0].suggested == tmp_path / "stick"


def test_the_journals_own_folder_is_refused(page, journal, dialogs):
    dialogs.answer(journal.folder)

    page.press("choose-second-place")

    assert page.said("backups-notice-text").startswith("That folder cannot be the second place.")


def test_older_ones_are_removed_after_a_question(page, journal, clock):
    for _ in range(3):
        page.press("back-up-now")
        clock.pass_time(days=1)
    page.press("remove-older")
    assert page.view.focusWidget() is page.button("older-keep")
    assert "session" not in page.said("remove-older-notice-text")
    page.press("older-keep")
    assert len(journal.backups.list()) == 3

    page.press("remove-older")
    page.press("older-remove")

    assert len(journal.backups.list()) == 1
    assert page.said("backups-notice-text") == "Only the newest backup is left."


def test_after_a_session_removing_is_said_to_wait_until_tomorrow(page, journal, clock):
    for _ in range(2):
        page.press("back-up-now")
        clock.pass_time(days=1)
    journal.courses.just_had()

    page.press("remove-older")

    assert page.said("remove-older-notice-text").endswith("This can wait until tomorrow.")


def test_back_leads_back(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)

    page.press("back")

    assert [place.name for place in moved] == [PageName.TODAY]


class Slow(InlineTasks):
    """Holds work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def journal(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))

    pool = journal

    def go_on(self, times=1):
        for _ in range(times):
            self.waiting.pop(0)()


@pytest.fixture
def slow(show, context):
    tasks = Slow()
    page = show(dataclasses.replace(context, tasks=tasks))
    tasks.go_on(2)
    return page, tasks


def test_while_a_backup_is_made_it_says_how_far_it_is_and_can_be_stopped(slow, journal, qtbot):
    page, tasks = slow
    page.press("back-up-now")
    assert page.said("backup-state") == "Making a backup\u2026"
    assert page.view.focusWidget() is page.button("stop-backup")
    assert not page.button("back-up-now").isEnabled()
    tasks.go_on()
    qtbot.waitUntil(lambda: page.said("backup-state") == "Making a backup\u2026 0 %")

    page.press("stop-backup")
    tasks.go_on()

    assert page.said("backups-notice-text") == "Stopped. Nothing was changed."
    assert page.view.focusWidget() is page.button("back-up-now")
    assert journal.backups.list() == ()
    assert list(journal.backups.folder.iterdir()) == []


def test_a_backup_can_be_stopped_before_it_has_begun(slow, journal, writer):
    page, tasks = slow
    for number in range(80):
        writer(f"words {number}")
    page.press("back-up-now")
    page.press("stop-backup")
    tasks.go_on()

    assert page.said("backups-notice-text") == "Stopped. Nothing was changed."
    assert len(tasks.waiting) == 0
    assert journal.backups.list() == ()


def test_somebody_who_needs_the_journal_comes_first_and_the_backup_behind_them(slow, journal, writer):
    page, tasks = slow
    asked = []

    def wanted():
        asked.append(1)
        return len(asked) == 1

    tasks.is_wanted = wanted
    for number in range(80):
        writer(f"words {number}")
    page.press("back-up-now")
    tasks.go_on(2)
    assert len(asked) > 1
    tasks.go_on(2)

    assert page.said("backups-notice-text").startswith("The backup is made.")
    assert len(journal.backups.list()) == 1


@pytest.fixture
def writer(journal):
    from kat_journal.domain.response import Answer

    def write(text):
        draft = journal.responses.new("core:free-page").draft
        journal.responses.save(draft, Answer("words", text=text * 50))

    return write


def test_pressing_check_before_anything_is_read_does_nothing(show, context):
    page = show(dataclasses.replace(context, tasks=Slow()))

    page.view.check_asked.emit()
    page.view.place_asked.emit()
    page.view.older_removed.emit()
    page.view.show_damaged(())

    assert not page.sees("backup-state")


def test_dates_are_the_persons_own(clock):
    assert when(clock.now(), "America/New_York") == "Monday 23 November 2026, 05:30"
