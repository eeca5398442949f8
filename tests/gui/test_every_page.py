"""Every page of the window, over the demo's journal: named, reached by Tab in reading order, and nothing clipped."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from kat_journal.content.locate import resources_folder
from kat_journal.domain.ids import FormId, ItemId, SessionId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName
from kat_journal.gui.noticing import Reach
from kat_journal.gui.shared.stack import Stack
from kat_journal.services.exports import Asked
from kat_journal.services.reminders import Reminders

FORMS = sorted(path.stem for path in (resources_folder() / "packs" / "core" / "forms").glob("*.toml"))
HELD, PLANNED = SessionId(4), SessionId(5)


def test_the_welcome(look, tmp_path, size):
    eyes = look(tmp_path / "New")
    eyes.show(size)
    eyes.judge("the first step")
    eyes.press("use-my-own")
    eyes.judge("the first step with a passphrase of one's own")
    eyes.find("new-passphrase").setText("a long enough one")
    eyes.press("go-on")
    eyes.judge("the first step with a slip")
    eyes.find("passphrase-again").setText("a long enough one")
    eyes.press("go-on")
    assert eyes.sees("next-session")
    eyes.judge("the second step")
    eyes.press("no-date")
    assert eyes.sees("today-sentence")
    eyes.judge("the first Today")
    for name in ("sessions", "write", "progress", "share"):
        eyes.press(f"nav-{name}")
        eyes.judge(f"an empty {name}")


def test_the_unlock_page(locked):
    locked.judge("unlock")
    locked.find("passphrase").setText("something else")
    locked.press("open")
    locked.judge("unlock with a wrong passphrase")


def test_support_while_locked(locked):
    locked.press("support")
    assert locked.sees("numbers")
    locked.judge("support while locked")


def test_words_without_opening(locked):
    locked.window._way_in.lead_to("sealed")
    locked.judge("words without opening")


def test_today(open_demo):
    open_demo.judge("today")


def test_today_with_a_summary_that_is_still_there(open_demo, tmp_path):
    journal = open_demo.journal
    journal.exports.export_file(journal.summaries, tmp_path / "summary.md", Asked())
    journal.clock.pass_time(days=1)
    journal.courses.add_appointment(journal.clock.now())
    journal.clock.pass_time(hours=2)
    journal.reminders = Reminders([journal.shared.offer], journal.settings, journal.clock)
    open_demo.press("nav-today")
    assert open_demo.sees("saved-keep")
    open_demo.judge("today with a saved summary")
    open_demo.press("reminder-action")
    assert open_demo.sees("saved-outcome")
    open_demo.judge("today with a summary that is deleted")


def test_sessions(open_demo):
    open_demo.go(PageName.SESSIONS)
    open_demo.judge("sessions")
    for name in ("edit-course", "add-session", "add-appointment", "change-appointment-2", "another-course"):
        open_demo.press(name)
    open_demo.judge("sessions, all unfolded")
    open_demo.press("show-days")
    open_demo.judge("the days of a new course")


@pytest.mark.parametrize("session", [HELD, PLANNED])
def test_one_session(open_demo, session):
    open_demo.go(PageName.SESSION, session_id=session)
    open_demo.judge(f"session {session}")
    open_demo.press("add-times" if session is HELD else "add-move")
    open_demo.judge(f"session {session}, unfolded")
    open_demo.press("cancel-session")
    open_demo.judge(f"session {session}, cancelled")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_in_the_runner(open_demo, form):
    open_demo.go(PageName.RUNNER, form_id=FormId(f"core:{form}"), session_id=HELD)
    asked = set()
    open_demo.judge(form, targets=True)
    while open_demo.sees("next") and open_demo.sees("question"):
        asked.add(open_demo.find("question").text())
        open_demo.press("next")
        if not open_demo.sees("question") or open_demo.find("question").text() in asked:
            break
        open_demo.judge(f"{form}, {open_demo.find('question').text()}", targets=True)
    if open_demo.sees("closing"):
        open_demo.judge(f"the end of {form}", targets=True)


def test_a_check_in_with_everything_unfolded(open_demo):
    form_id = FormId("core:check-in.next-day")
    draft = open_demo.journal.responses.begin(form_id, session_id=HELD).draft
    for item in draft.form.questions():
        if item.scale is not None:
            open_demo.journal.responses.save(draft, Answer(item.id, number=item.scale.points[-1].value))
    open_demo.go(PageName.RUNNER, form_id=form_id, session_id=HELD)
    open_demo.judge("a full check-in", targets=True)
    open_demo.press("done")
    open_demo.judge("its cards", targets=True)


@pytest.mark.parametrize("name", ["write", "progress", "share", "settings"])
def test_the_other_pages(open_demo, name):
    open_demo.press(f"nav-{name}")
    if name == "share":
        open_demo.qtbot.waitUntil(lambda: open_demo.sees("share-tick-0"), timeout=20_000)
        page = open_demo.window.centralWidget().page
        open_demo.qtbot.waitUntil(lambda: page.ticks.is_ready, timeout=20_000)
    open_demo.judge(name)


def test_share_with_everything_unfolded(open_demo):
    open_demo.press("nav-share")
    page = open_demo.window.centralWidget().page
    for name in ("name-at-top", "other-days", "period-session", "period-range", "period-everything"):
        open_demo.qtbot.waitUntil(lambda: page.ticks.is_ready and open_demo.sees("share-tick-0"), timeout=20_000)
        open_demo.press(name)
        open_demo.qtbot.waitUntil(lambda: page.ticks.is_ready and open_demo.sees("share-tick-0"), timeout=20_000)
        open_demo.judge(f"share, {name}")
    open_demo.press("tick-all")
    open_demo.press("only-ticked")
    open_demo.qtbot.waitUntil(lambda: page.ticks.is_ready, timeout=20_000)
    open_demo.judge("share, only what is ticked")


def test_earlier_versions(open_demo):
    draft = open_demo.journal.responses.new(FormId("core:free-page")).draft
    for number in range(9):
        text = f"Words that change, {number}, and a long one: {'river' * 30}. " * (1 + 8 * (number % 2))
        open_demo.journal.responses.save(draft, Answer(ItemId("words"), text=text))
        open_demo.journal.clock.pass_time(minutes=20)
    open_demo.go(PageName.RUNNER, response_uid=draft.uid)
    assert open_demo.sees("earlier-versions")
    open_demo.judge("a page with earlier versions", targets=True)
    open_demo.press("earlier-versions")
    open_demo.judge("earlier versions")
    open_demo.press("older-words")
    open_demo.judge("earlier versions, all unfolded")
    shown = open_demo.window.findChildren(QAbstractButton)
    open_demo.press(next(one.objectName() for one in shown if one.objectName().startswith("bring-back-")))
    assert open_demo.sees("undo")
    open_demo.judge("words that are back")
    open_demo.go(PageName.VERSIONS, response_uid=open_demo.journal.written.newest()[1].uid)
    open_demo.judge("no earlier versions")


def test_the_bin(open_demo):
    open_demo.go(PageName.BIN)
    open_demo.judge("an empty bin")
    for row in open_demo.journal.written.newest(3):
        open_demo.journal.responses.trash(row.uid)
    open_demo.journal.courses.just_had()
    open_demo.go(PageName.BIN)
    open_demo.judge("the bin")
    open_demo.press("binned-1-purge")
    open_demo.judge("the bin with a question")
    open_demo.press("empty-bin")
    open_demo.judge("the bin with the other question")
    open_demo.press("empty-bin-keep")
    open_demo.press("binned-1-restore")
    open_demo.judge("the bin after something came back")


def _settle(eyes):
    """Let the list come that is built a slice at a time."""
    stacks = eyes.window.findChildren(Stack)
    eyes.qtbot.waitUntil(lambda: all(one.is_settled for one in stacks), timeout=20_000)


def test_what_was_shared(open_demo, tmp_path):
    open_demo.go(PageName.SHARED)
    open_demo.judge("nothing shared")
    journal = open_demo.journal
    for number, everything in enumerate((True, False, False)):
        asked = Asked(everything=everything)
        record = journal.exports.export_file(journal.summaries, tmp_path / f"summary-{number}.md", asked).record
        journal.clock.pass_time(minutes=5)
    Path(record.file).write_text("changed", encoding="utf-8")
    journal.courses.just_had()
    open_demo.go(PageName.SHARED)
    _settle(open_demo)
    open_demo.judge("what was shared")
    for name in ("inside", "fingerprint", "forget"):
        open_demo.press(f"shared-1-{name}")
        _settle(open_demo)
    open_demo.judge("what was shared, unfolded")
    open_demo.press("shared-1-delete")
    open_demo.judge("what was shared, with a file deleted")


def test_support(open_demo):
    open_demo.press("nav-support")
    open_demo.judge("support")
    open_demo.go(PageName.SUPPORT, line="swelling")
    open_demo.judge("support at a line")


def test_reminders(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("open-reminders")
    open_demo.judge("reminders")
    page = open_demo.window.centralWidget().page
    page.show_reach(Reach.REFUSES)
    page.ask("There is already a file called reminders.ics.", "Keep it", "Replace it", "overwrite_asked")
    open_demo.judge("reminders with all that they can say")


def test_the_guide(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("guide")
    open_demo.judge("the guide")
    open_demo.go(PageName.HOUSE_RULES)
    open_demo.judge("the house rules")


def test_the_forms_for_any_time(open_demo):
    open_demo.go(PageName.SHELF)
    open_demo.judge("the forms for any time")


def test_a_larger_text_is_shown_whole_at_once(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("text-size-200")
    open_demo.judge("settings after a change of the text size")
