"""Whatever a disk refuses: no part of a file is left, the page says so in words, and the choice is kept."""

import resource
import signal
import subprocess
from contextlib import contextmanager

import pytest

from tests.gui.share.saving_steps import choose, notice, press, said, save
from tests.storage.making import read_only, small_disk


@contextmanager
def no_file_may_grow():
    """What this process meets when its share of a disk is used up."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def refused(page, dialogs, context):
    """Saves at a path that cannot be; the choice must be the same after it, and a second try elsewhere succeed."""

    def refuse(path, elsewhere):
        ticked = page.preview.composed
        dialogs.answer(path)
        save(page)
        words = notice(page)
        assert words
        assert said(page) == ""
        assert page.preview.composed is ticked
        assert context.journal.summaries.records() == ()
        return words, lambda: _again(page, dialogs, elsewhere)

    return refuse


def _again(page, dialogs, path):
    dialogs.answer(path)
    save(page)
    assert path.read_bytes() == page.preview.composed.data


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_no_room_on_the_disk(refused, place, tmp_path):
    with small_disk(place, "4k"):
        (place / "filler").write_bytes(bytes(4096))
        words, again = refused(place / "mine.md", tmp_path / "mine.md")
        assert left(place) == ["filler"]
    assert "no room" in words.lower() or "full" in words.lower()
    again()


def test_no_share_of_the_disk_left(page, dialogs, place):
    dialogs.answer(place / "mine.md")
    tasks_journal = page.preview.composed
    with no_file_may_grow():
        save(page)
    assert left(place) == []
    assert notice(page)
    assert page.preview.composed is tasks_journal


def test_a_folder_that_is_gone(refused, place, tmp_path):
    words, again = refused(place / "gone" / "mine.md", tmp_path / "mine.md")
    assert words.startswith("The file cannot be saved at that place.")
    assert left(place) == []
    again()


def test_a_folder_that_may_not_be_written(refused, place, tmp_path):
    with read_only(place):
        words, again = refused(place / "mine.md", tmp_path / "mine.md")
        assert left(place) == []
    assert words.startswith("The file cannot be saved at that place.")
    again()


def test_a_stick_that_was_pulled_out_between_the_question_and_the_answer(refused, place, tmp_path, dialogs):
    with small_disk(place / "stick", "64k"):
        target = place / "stick" / "notes" / "mine.md"
        target.parent.mkdir()
        subprocess.run(["umount", "-l", str(place / "stick")], check=True)
        words, again = refused(target, tmp_path / "mine.md")
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(place / "stick")], check=True)
    assert words.startswith("The file cannot be saved at that place.")
    again()


def test_a_name_that_is_too_long(refused, place, tmp_path):
    words, again = refused(place / f"{'x' * 300}.md", tmp_path / "mine.md")
    assert words.startswith("The file cannot be saved at that place.")
    assert left(place) == []
    again()


def test_a_folder_of_that_name_is_asked_about_and_never_replaced(page, dialogs, place):
    (place / "mine.md").mkdir()
    dialogs.answer(place / "mine.md")
    save(page)
    press(page, "overwrite")

    assert (place / "mine.md").is_dir()
    assert left(place) == ["mine.md"]
    assert notice(page)


def test_a_pdf_meets_the_same_answers(page, dialogs, place, qtbot, context):
    choose(page, "pdf")
    dialogs.answer(place / "gone" / "mine.pdf")

    save(page)
    qtbot.waitUntil(lambda: notice(page) != "")

    assert notice(page).startswith("The file cannot be saved at that place.")
    assert left(place) == []
    assert context.journal.summaries.records() == ()
