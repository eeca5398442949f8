"""Draws the pictures of docs/images from the fictional journal; run by ``make pictures``.

The same program gives the same pictures: no display, the project's own fonts, and a clock that stands still.
"""

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from camera import IMAGES, LIGHTEST, SIZE, Camera  # first: it chooses where Qt draws
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.services.demo import PASSPHRASE, make

TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
EVENING_BEFORE = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
THIRD_DAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
"""Every symbol of a code once, so that it opens nothing."""
FIRST_WORDS = "We walked along the canal. I told Ana about the coat in the hall, and she asked if it was mine."
LATER_WORDS = "We walked along the canal."


def welcome(application: QApplication, folder: Path, look: str) -> None:
    """The first two steps."""
    camera = Camera(application, folder / f"new-{look}", look, MORNING)
    field = camera.see("new-passphrase")
    camera.wait(lambda: bool(field.property("text")))
    field.setProperty("text", "window otter lemon quiet")
    camera.take("welcome")
    camera.type("passphrase-again", "window otter lemon quiet")
    camera.click("go-on")
    camera.see("next-session")
    camera.take("welcome-session")
    camera.click("no-date")
    camera.see("today-sentence")
    camera.put_away()


def the_day_after(application: QApplication, folder: Path, look: str) -> None:
    """Every page on the day after a session."""
    camera = Camera(application, folder, look, MORNING)
    camera.take("unlock")
    camera.click("support")
    camera.see("support-heading")
    camera.take("support-locked")
    camera.click("support-back")
    camera.unlock()
    camera.see("take-offer")
    camera.take("today")
    for page in ("sessions", "write", "progress", "share", "support", "settings"):
        camera.click(f"nav-{page}")
        if page == "share":
            camera.see("share-tick-20")
        if page == "progress":
            camera.see("effects")
        camera.take(page)
    what_comes_with_months(camera)
    what_leaves(camera)
    camera.click("nav-settings")
    camera.click("guide")
    camera.take("guide")
    camera.click("nav-sessions")
    camera.click("open-session-4")
    camera.see("part-intention")
    camera.take("session")
    check_in(camera)
    after_session(camera)
    camera.put_away()


def what_comes_with_months(camera: Camera) -> None:
    """Side effects by session, what is carried from one to the next, and what is chosen once."""
    camera.click("nav-progress")
    camera.bring("progress-page", "effects")
    camera.take("progress-effects")
    for way, page, heading in (
        ("nav-write", "open-carry", "carry-heading"),
        ("nav-write", "open-shelf", "shelf-heading"),
        ("nav-settings", "house-rules", "house-rules-heading"),
        ("nav-settings", "open-reminders", "reminders-heading"),
        ("nav-settings", "packs-open", "packs-heading"),
    ):
        camera.click(way)
        camera.click(page)
        camera.see(heading)
        camera.take(heading.removesuffix("-heading"))


def what_leaves(camera: Camera) -> None:
    """A copy with another name, what was shared before, and everything for oneself."""
    camera.click("nav-share")
    camera.see("share-tick-20")
    camera.click("change-names")
    camera.type("copy-name", "Maya")
    camera.type("copy-instead", "M.")
    camera.click("copy-keep")
    camera.see("changes-line")
    camera.take("share-names")
    camera.click("copy-summary")
    camera.see("saved-notice")
    camera.click("shared-before")
    camera.see("shared-heading")
    camera.take("shared")
    camera.click("nav-settings")
    camera.click("archive-open")
    camera.see("archive-heading")
    camera.take("archive")


def check_in(camera: Camera) -> None:
    """The check-in with a card."""
    camera.click("nav-today")
    camera.click("take-offer")
    camera.see("item-nausea-tick").setFocus()
    for row, key in (("dizzy", Qt.Key.Key_1), ("headache", Qt.Key.Key_2)):
        camera.see(f"item-{row}-tick").setFocus()
        QTest.keyClick(camera.window.focusWidget(), key)
    camera.see("item-headache-bother-2")
    camera.take("check-in")
    camera.see("item-chest-tick").setFocus()
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_3)
    camera.see("card-chest-ring-now")
    camera.take("check-in-advice")
    camera.see("item-chest-tick").setFocus()
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_Escape)
    camera.see("today-sentence")


def after_session(camera: Camera) -> None:
    """The dim pages; they look the same in light and dark."""
    camera.click("just-had")
    camera.see("item-with-you-here")
    camera.take("after-session-first", own_look=True)
    camera.click("item-with-you-here")
    camera.see("item-three-words")
    camera.click("next")
    camera.type("item-still-with-you", "The river. I was in it and it was also me breathing.")
    camera.take("after-session", own_look=True)
    camera.click("something-in-my-body")
    camera.see("item-nausea-tick")
    camera.take("first-hours", own_look=True)
    camera.click("leave")
    camera.click("that-is-enough")
    camera.see("closing")
    camera.take("after-session-closing", own_look=True)
    camera.click("today")
    camera.see("today-sentence")


def other_days(application: QApplication, folder: Path, look: str) -> None:
    """The third day's reflection, and the evening before a session."""
    camera = Camera(application, folder, look, THIRD_DAY)
    camera.unlock()
    camera.click("nav-sessions")
    camera.click("open-session-4")
    camera.click("open-part-reflection.day-3")
    camera.type(
        "item-two-other-ways", "Maybe I was the one hanging it up, at last. Or it was only the smell of the room."
    )
    camera.take("reflection")
    camera.click("enough")
    camera.see("session-title")
    camera.click("nav-today")
    camera.see("today-sentence")
    camera.put_away()
    camera = Camera(application, folder, look, EVENING_BEFORE)
    camera.unlock()
    camera.see("take-offer")
    camera.take("today-evening-before")
    camera.click("take-offer")
    camera.see("item-intention")
    camera.take("intention")
    camera.put_away()


def what_is_kept(application: QApplication, folder: Path, look: str) -> None:
    """Earlier versions, the bin, the recovery kit and backups."""
    camera = Camera(application, folder, look, EVENING_BEFORE)
    camera.unlock()
    for words in (FIRST_WORDS, LATER_WORDS):
        if words is FIRST_WORDS:
            camera.click("write-freely")
        else:
            camera.click("nav-write")
            camera.click("open-written")
        field = camera.see("item-words")
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        camera.type("item-words", words)
        camera.click("done")
    camera.click("nav-write")
    camera.click("earlier-versions")
    camera.see("versions-heading")
    camera.take("versions")
    camera.click("back")
    for _ in range(2):
        camera.click("move-to-bin")
    camera.click("open-bin")
    camera.see("binned-1-restore")
    camera.take("bin")
    camera.click("nav-settings")
    camera.click("backups")
    camera.click("back-up-now")
    camera.see("backup-0")
    camera.say("backups-folder", "/home/robin/Journal/backups")
    camera.take("backups")
    camera.click("nav-settings")
    camera.click("open-keys")
    camera.click("begin-kit")
    camera.type("kit-passphrase", PASSPHRASE)
    camera.click("kit-go-on")
    for number, group in enumerate(CODE.split("-"), start=1):
        camera.say(f"group-{number}", group)
    camera.window.resize(SIZE[0], 664)  # without the fields below: which groups they ask for is left to chance
    camera.take("kit")
    camera.put_away()


def ways_in(application: QApplication, folder: Path, look: str) -> None:
    """The pages that need no passphrase, and those of a damaged journal."""
    camera = Camera(application, folder, look, EVENING_BEFORE)
    camera.click("sealed")
    camera.type("sealed-words", "Still the river. Too tired to open anything, but I want to keep this.")
    camera.wait(lambda: camera.see("saved").property("text") == "Kept")
    camera.take("sealed", own_look=True)
    camera.click("enough")
    camera.click("recovery")
    camera.type("recovery-code", CODE[:24])
    camera.take("recovery")
    camera.click("back")
    camera.click("restoring")
    camera.click("restore-0")
    camera.type("restore-passphrase", PASSPHRASE)
    camera.click("restore-open")
    camera.see("restore-put")
    camera.take("restoring")
    camera.put_away()
    with (folder / "journal.db").open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    camera = Camera(application, folder, look, EVENING_BEFORE)
    camera.type("passphrase", PASSPHRASE)
    camera.click("open")
    camera.click("go-salvaging")
    camera.type("salvaging-secret", PASSPHRASE)
    camera.click("salvaging-go")
    camera.see("saved-place")
    camera.say(
        "saved-folder", f"{camera.see('saved-folder').property('text').partition(': ')[0]}: /home/robin/Journal saved"
    )
    camera.take("salvaging")
    camera.put_away()


def main() -> int:
    """Draw them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    resources = resources_folder()
    for look in ("light", "dark"):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            app = App(Config(folder / "Journal", resources, Preferences(folder / "config.toml")))
            welcome(application, folder, look)
            stories = (("Journal", (the_day_after,)), ("Later", (other_days,)), ("Kept", (what_is_kept, ways_in)))
            for name, told in stories:
                make(folder / name, app.library, app.messages, resources, TODAY, LIGHTEST)
                for story in told:
                    story(application, folder / name, look)
    for image in sorted(IMAGES.iterdir()):
        print(image.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
