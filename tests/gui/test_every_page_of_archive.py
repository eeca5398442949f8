"""Taking everything along and bringing it in, seen as every other page is: named, in order, and nothing clipped."""

from kat_journal.gui.navigation import PageName
from tests.helpers import archives
from tests.helpers.clock import november


def test_taking_everything_along(open_demo, tmp_path):
    open_demo.app.clock.set(november(24, 10))
    open_demo.press("nav-settings")
    open_demo.press("archive-open")
    open_demo.judge("take everything")
    page, dialogs = open_demo.window.centralWidget().page, open_demo.window.centralWidget()._context.dialogs
    assert page.place().name is PageName.ARCHIVE

    dialogs.answer(tmp_path / "all.json", tmp_path / "all.json")
    open_demo.press("archive-json")
    open_demo.judge("everything is saved")
    open_demo.press("archive-json")
    open_demo.judge("a file that is there already")
    page.show_begun()
    page.show_progress(42)
    open_demo.judge("everything is being saved")


def test_bringing_everything_in(look, tmp_path, size):
    (tmp_path / "all.json").write_bytes(archives.archive())
    (tmp_path / "letter.json").write_text("Dear Ruth", encoding="utf-8")
    eyes = look(tmp_path / "New")
    eyes.show(size)
    eyes.press("bringing-in")
    eyes.judge("bringing in")
    eyes.window._dialogs.answer(tmp_path / "letter.json", tmp_path / "all.json")
    eyes.press("bringing-in-file")
    eyes.judge("a file that is something else")
    eyes.press("bringing-in-file")
    eyes.judge("a passphrase for what is brought in")
    eyes.press("bringing-in-go")
    eyes.judge("a passphrase with a slip")
    eyes.window.centralWidget().show_progress(42)
    eyes.judge("being brought in")
    eyes.window.centralWidget().show_naming("all.json")
    eyes.find("passphrase-again").setText(eyes.find("new-passphrase").text())
    eyes.press("bringing-in-go")
    assert not eyes.window.is_locked
    eyes.judge("a journal that was brought in")
