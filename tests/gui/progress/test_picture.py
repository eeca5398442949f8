"""A chart saved as a picture: asked for, whole, readable by its owner alone, and said not to be encrypted."""

import stat
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage

from kat_journal.gui.progress.saving import free_path
from tests.helpers.clock import november


@pytest.fixture
def seen(show, told):
    return show()


def test_a_picture_is_saved_for_its_owner_alone_and_said_not_to_be_encrypted(seen, dialogs, tmp_path):
    path = tmp_path / "mood.png"
    dialogs.answer(path)
    assert "not encrypted" in seen.find("picture-warning").text()

    seen.press("series-0-picture")

    image = QImage(str(path))
    assert image.width() == 1800
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    notice = seen.find("progress-notice").text()
    assert "mood.png" in notice
    assert "not encrypted" in notice
    assert "not encrypted" in dialogs.asked[0].title


def test_the_suggested_name_holds_dates_alone(seen, dialogs):
    seen.press("series-0-picture")

    assert dialogs.asked[0].suggested.name == "progress-2026-11-02-to-2026-11-23.png"
    assert seen.find("series-0-chart").isVisibleTo(seen.page)  # a cancelled dialog changes nothing
    assert not seen.sees("progress-notice")


def test_a_name_without_an_ending_gets_one(seen, dialogs, tmp_path):
    dialogs.answer(tmp_path / "mood")

    seen.press("effect-series-picture")

    assert (tmp_path / "mood.png").exists()


def test_no_file_is_replaced_unasked(seen, dialogs, tmp_path):
    path = tmp_path / "mood.png"
    path.write_bytes(b"of someone else")
    dialogs.answer(path, tmp_path / "other.png", path)
    seen.press("series-0-picture")
    assert path.read_bytes() == b"of someone else"
    assert seen.page.focusWidget().objectName() == "picture-other-name"

    seen.press("picture-other-name")
    assert (tmp_path / "other.png").exists()
    assert path.read_bytes() == b"of someone else"

    seen.press("series-0-picture")
    seen.press("picture-overwrite")
    assert path.read_bytes() != b"of someone else"


def test_a_place_that_cannot_be_written_is_said(seen, dialogs, tmp_path):
    dialogs.answer(tmp_path / "missing" / "mood.png")

    seen.press("series-0-picture")

    assert seen.find("progress-notice").text() != ""
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("button", ["picture-wait", "picture-anyway"])
def test_after_a_session_it_can_wait_until_tomorrow(show, hold, answer, dialogs, clock, tmp_path, button):
    hold(23)
    answer("ratings.day", november(20), mood=4.0)
    clock.set(november(23, 12) + timedelta(hours=2))
    seen = show()
    dialogs.answer(tmp_path / "mood.png")

    seen.press("series-0-picture")
    assert dialogs.asked == []
    assert seen.page.focusWidget().objectName() == "picture-wait"
    seen.press(button)

    assert (tmp_path / "mood.png").exists() == (button == "picture-anyway")


@pytest.mark.parametrize(("taken", "free"), [((), "a.png"), (("a.png",), "a-2.png"), (("a.png", "a-2.png"), "a-3.png")])
def test_a_name_that_is_taken_is_not_suggested(tmp_path, taken, free):
    for name in taken:
        (tmp_path / name).touch()

    assert free_path(tmp_path, "a") == tmp_path / free
