"""The whole path through the real window on a real file, from the first run to a summary in the patient's hand."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

SENTINEL = "zanzibar-marmalade-9"
INTENTION = "To be less careful with grief."
AFTER = "The river. I was in it."
HALF = "I thought my father and the coat meant"
REST = " he was calling me back."
SESSION_END = datetime(2026, 11, 26, 11, 30, tzinfo=UTC)


def first_run(person):
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=20_000)
    passphrase = words.text()
    person.type("passphrase-again", passphrase)
    person.click("go-on")
    person.click("go-on-session")
    person.see("today-sentence")
    return passphrase


def note_the_course(person):
    person.click("nav-sessions")
    person.click("begin-course")
    person.click("shape-free")
    person.type("begin-name", "Autumn course")
    person.click("show-days")
    person.click("keep-days")
    title = person.see("course-title")
    person.qtbot.waitUntil(lambda: title.text() == "Autumn course", timeout=20_000)
    person.click("nav-today")


def write_intention(person):
    person.click("take-offer")
    person.type("item-intention", INTENTION)
    person.click("share-may-share")
    person.wait_saved()
    person.click("enough")
    person.see("today-sentence")


def after_the_session(person):
    person.click("just-had")
    person.click("item-with-you-here")
    person.type("item-three-words", "soft slow far")
    person.click("next")
    person.type("item-still-with-you", AFTER)
    person.click("that-is-enough")
    person.click("today")
    person.see("today-sentence")


def check_in_by_keyboard(person):
    """Not one click from Today to Done."""
    person.see("take-offer")
    person.tab_to("take-offer")
    person.press(Qt.Key.Key_Return)
    person.see("item-nausea")
    person.tab_to("item-nausea-tick")
    person.press(Qt.Key.Key_1)
    person.tab_to("item-headache-tick")
    person.press(Qt.Key.Key_2)
    person.tab_to("none-of-the-others")
    person.press(Qt.Key.Key_Return)
    person.wait_saved()
    person.tab_to("done")
    person.press(Qt.Key.Key_Return)


def reflect_half_and_resume(person, passphrase):
    person.click("take-offer")
    person.type("item-two-other-ways", HALF)
    person.lock()
    person.unlock(passphrase)
    field = person.see("item-two-other-ways", QTextEdit)
    assert field.words() == HALF, "nothing typed is lost by locking"
    assert field.textCursor().position() == len(HALF), "and the caret is where it was"
    person.type("item-two-other-ways", REST)
    person.click("share-may-share")
    person.wait_saved()
    person.click("next")
    second = person.see("next")
    assert second is not None
    fields = [found for found in person.window.findChildren(QTextEdit) if found.isVisible()]
    person.qtbot.keyClicks(fields[0], SENTINEL)
    person.click("share-may-share")
    person.wait_saved()
    person.click("enough")
    person.see("today-sentence")


def ticks(person):
    return [found for found in person.window.findChildren(object) if found.objectName().startswith("share-tick-")]


def share_all_but_the_sentinel(person, target):
    person.click("nav-share")
    person.see("share-tick-0")
    page = person.window.centralWidget().page
    person.qtbot.waitUntil(lambda: page.ticks.is_ready, timeout=20_000)  # a long list is built in slices
    [sentinel] = [tick for tick in ticks(person) if SENTINEL in tick.accessibleName()]
    assert sentinel.isChecked(), "marked as may share, so it starts ticked"
    [effects] = [tick for tick in ticks(person) if "Feeling sick" in tick.accessibleName()]
    person.qtbot.mouseClick(effects, Qt.MouseButton.LeftButton)
    person.qtbot.mouseClick(sentinel, Qt.MouseButton.LeftButton)
    person.click("as-plain-text")
    preview = person.see("preview")
    person.qtbot.waitUntil(lambda: REST.strip() in shown(preview) and SENTINEL not in shown(preview), timeout=20_000)
    before = shown(preview)
    person.dialogs.answer(target)
    person.click("save-summary")
    person.qtbot.waitUntil(target.exists, timeout=20_000)
    return before


def shown(preview):
    return preview.document().toRawText().replace("\u2029", "\n")


def test_a_person_goes_from_the_first_run_to_a_summary_in_their_hand(sit_down, clock, tmp_path):
    person = sit_down()
    passphrase = first_run(person)
    note_the_course(person)
    write_intention(person)
    clock.set(SESSION_END)
    person.click("nav-sessions")
    person.click("nav-today")
    after_the_session(person)
    clock.set(SESSION_END + timedelta(hours=20))
    person.lock()
    person.unlock(passphrase)
    before = person.clicks
    check_in_by_keyboard(person)
    assert person.clicks == before
    clock.set(SESSION_END + timedelta(hours=72))
    person.click("nav-today")
    reflect_half_and_resume(person, passphrase)
    target = tmp_path / "out" / "summary.md"
    target.parent.mkdir()
    preview = share_all_but_the_sentinel(person, target)
    saved = target.read_text(encoding="utf-8")
    assert saved.rstrip("\n") == preview.rstrip("\n"), "the file is the preview"
    assert INTENTION in saved
    assert "Feeling sick" in saved
    assert SENTINEL not in saved, "what was unticked left no trace"


def test_from_install_to_a_saved_intention_takes_at_most_twelve_decisions(sit_down):
    person = sit_down()
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=20_000)
    decisions = 1  # these words, or others
    person.type("passphrase-again", words.text())
    decisions += 1
    person.click("go-on")
    person.see("next-session")
    decisions += 3  # date, country, clinic's number
    person.click("go-on-session")
    person.see("today-sentence")
    person.click("take-offer")
    person.type("item-intention", INTENTION)
    decisions += 1
    person.wait_saved()
    assert decisions + person.clicks <= 12


def test_after_a_session_typing_is_two_clicks_from_unlocking(sit_down, clock):
    person = sit_down()
    passphrase = first_run(person)
    clock.set(SESSION_END)
    person.lock()
    person.unlock(passphrase)
    before = person.clicks
    person.click("just-had")
    person.click("item-with-you-here")
    field = person.see("item-three-words")
    person.qtbot.waitUntil(field.hasFocus, timeout=20_000)
    assert person.clicks - before == 2
