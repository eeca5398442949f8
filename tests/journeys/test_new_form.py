"""One more form is one more file: no Python, and the window asks, keeps, shares and saves it like any other."""

from datetime import UTC, datetime, timedelta
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kat_journal.config import Preferences
from kat_journal.domain.ids import FormId
from kat_journal.services.demo import PASSPHRASE
from tests.journeys.conftest import PATIENCE
from tests.journeys.walks import FORM, PACK, write_pack

SESSION_END = datetime(2026, 11, 26, 11, 30, tzinfo=UTC)
FORM_ID = FormId("walks:evening-walk")
TREES = "The trees were closer than before."
FAR = "As far as the bridge"


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path / "walks")


def begin(person):
    """From the first run to the day after a session."""
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=PATIENCE)
    passphrase = words.text()
    person.type("passphrase-again", passphrase)
    person.click("go-on")
    person.click("no-date")
    person.see("today-sentence")
    person.click("just-had")
    person.click("that-is-enough")
    person.click("today")
    person.see("today-sentence")
    return passphrase


def answer_everything(person):
    assert person.see("item-first-ask", QLabel).text() == "Think of the last walk."
    assert not person.sees("item-how-far")
    person.click("item-stiff-tick")
    person.click("item-stiff-bother-2")
    person.click("item-pace-out-1")
    person.click("item-pace-back-2")
    person.type("item-minutes", "45")
    person.click("item-with-dog")
    person.click("item-seen-trees")
    person.click("item-seen-people")
    person.click("item-far-yes")
    person.type("item-how-far", FAR)
    person.type("item-began", "17:05")
    person.type("item-words", TREES)
    person.wait_saved()


def on_journal(person, work):
    """What the journal says, asked on its own thread."""
    said = []
    journal = person.window.centralWidget()._context.journal
    person.tasks.journal(lambda: work(journal), context=person.window, then=said.append)
    person.qtbot.waitUntil(lambda: said != [], timeout=PATIENCE)
    return said[0]


def test_a_form_of_a_pack_is_offered_asked_kept_shared_and_saved(sit_down, pack, clock, tmp_path):
    person = sit_down(packs=(pack,))
    clock.set(SESSION_END)
    begin(person)
    clock.set(SESSION_END + timedelta(hours=20))
    person.click("nav-today")
    person.qtbot.waitUntil(lambda: person.see("offer-title", QLabel).text() == "Evening walk", timeout=PATIENCE)
    person.click("take-offer")
    person.see("item-stiff")

    answer_everything(person)
    person.click("done")
    assert "how quick it was" in person.see("card-pace-back-walks:rest-tomorrow-text", QLabel).text()
    person.click("go-on")
    person.see("today-sentence")

    answers = on_journal(person, kept)
    assert {item: answer.number for item, answer in answers.items() if answer.number is not None} == {
        "stiff": 2, "pace-out": 1, "pace-back": 2, "minutes": 45, "far": 1,
    }  # fmt: skip
    assert answers["with"].options == ("dog",)
    assert answers["seen"].options == ("trees", "people")
    assert (answers["how-far"].text, answers["began"].text, answers["words"].text) == (FAR, "17:05", TREES)
    share_everything(person, tmp_path / "summary.md")
    saved = (tmp_path / "summary.md").read_text(encoding="utf-8")
    for said in (
        TREES,
        FAR,
        "Stiff legs",
        "The dog",
        "Trees",
        "People",
        "How long was it?",
        "45",
        "17:05",
        "Pace",
        "3",
    ):
        assert said in saved, said


def kept(journal):
    session = journal.courses.sessions()[0]
    return journal.responses.begin(FORM_ID, session_id=session.id).answers


def share_everything(person, target):
    person.click("nav-share")
    person.see("share-tick-0")
    page = person.window.centralWidget().page
    person.qtbot.waitUntil(lambda: page.ticks.is_ready, timeout=PATIENCE)
    ticks = [found for found in person.window.findChildren(QWidget) if found.objectName().startswith("share-tick-")]
    assert any(TREES in tick.accessibleName() for tick in ticks)
    for tick in ticks:
        if not tick.isChecked():
            person.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    person.click("as-plain-text")
    preview = person.see("preview")
    person.qtbot.waitUntil(lambda: TREES in preview.document().toRawText(), timeout=PATIENCE)
    person.dialogs.answer(target)
    person.click("save-summary")
    person.qtbot.waitUntil(target.exists, timeout=PATIENCE)


def test_a_form_of_a_pack_speaks_the_persons_language(sit_down, pack, clock, tmp_path):
    preferences = Preferences(tmp_path / "config.toml", look="light", country="DE", language="de")
    person = sit_down(packs=(pack,), preferences=preferences)
    clock.set(SESSION_END)
    begin(person)
    clock.set(SESSION_END + timedelta(hours=20))
    person.click("nav-today")
    person.qtbot.waitUntil(lambda: person.see("offer-title", QLabel).text() == "Abendspaziergang", timeout=PATIENCE)

    person.click("take-offer")

    assert person.see("item-far-ask", QLabel).text() == "War es weit?"
    assert person.see("item-began-ask", QLabel).text() == "When did it begin?", "what is not translated stays"


def test_a_form_outlives_its_pack_and_shows_what_it_asked(sit_down, pack, clock, tmp_path):
    person = sit_down(packs=(pack,))
    clock.set(SESSION_END)
    passphrase = begin(person)
    clock.set(SESSION_END + timedelta(hours=20))
    person.click("nav-today")
    person.qtbot.waitUntil(lambda: person.see("offer-title", QLabel).text() == "Evening walk", timeout=PATIENCE)
    person.click("take-offer")
    person.type("item-words", TREES)
    person.wait_saved()
    person.click("leave")
    person.see("today-sentence")
    person.leave()

    again = sit_down(preferences=person.app.config.preferences)
    again.unlock(passphrase)
    again.see("today-sentence")
    again.click("nav-write")
    again.click("open-written")

    assert again.see("item-words").words() == TREES
    assert again.see("item-words-ask", QLabel).text() == "One thing you saw"


BROKEN = {
    "an unknown scale": ('scale = "pace"', 'scale = "speed"', "items[2].scale: `speed` is no scale"),
    "an unknown key": ('minutes = 2\nlayout', 'hours = 2\nlayout', "hours"),
    "a flag on nothing": ('item = "pace-back"', 'item = "pace"', "flags[0].when.item: `pace` is not an item"),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_a_bad_pack_is_refused_with_file_key_and_reason_and_changes_nothing(
    sit_down, pack, demo_folder, tmp_path, broken
):
    old, new, reason = BROKEN[broken]
    form = pack / "forms" / "evening-walk.toml"
    form.write_text(form.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    folder = copied(demo_folder, tmp_path)
    before = files(folder)
    person = sit_down(folder, packs=(pack,))

    person.type("passphrase", PASSPHRASE)
    person.click("open")

    said = person.see("trouble").text()
    assert "This pack of forms cannot be used." in said
    assert "forms/evening-walk.toml" in said
    assert reason in said
    assert person.window.is_locked
    assert files(folder) == before
    person.click("support")
    assert person.see("emergency", QLabel).text().startswith("999")
    person.click("support-back")

    form.write_text(FORM, encoding="utf-8")
    person.unlock(PASSPHRASE)
    person.see("today-sentence")


def test_a_bad_pack_lets_no_journal_be_made(sit_down, pack, tmp_path):
    (pack / "pack.toml").write_text(PACK.replace('title = "Walks"', ""), encoding="utf-8")
    person = sit_down(packs=(pack,))
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=PATIENCE)
    person.type("passphrase-again", words.text())

    person.click("go-on")

    assert "pack.toml" in person.see("trouble").text()
    assert not (tmp_path / "Journal").exists()


def copied(demo_folder, tmp_path):
    return copytree(demo_folder, tmp_path / "Demo")


def files(folder):
    """Everything in a journal's folder, but for the lock, which holds nothing of it."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}
