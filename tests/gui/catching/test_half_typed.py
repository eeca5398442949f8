"""What stands half-typed in the panel is never lost, and whatever is typed is kept as it was."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from kat_journal.domain.ids import FormId
from kat_journal.domain.practice import Carry
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.workspace import Workspace, decode, draft_of, encode
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.journal import PLACE
from kat_journal.storage.values import clean
from tests.helpers.busy import BusyTasks

FREE = FormId("core:free-page")

KEYS = st.sampled_from(["kind", "words", "when", "day", "open", "else"])


def when(someone, key):
    choices = someone.find("catch-when")
    choices.setCurrentIndex(choices.findData(key))


def test_what_is_half_typed_survives_locking(someone, qtbot):
    someone.go(PageName.WRITE)
    someone.catch()
    someone.find("catch-kind-later").click()
    someone.type("Move to")
    when(someone, "a-day")
    someone.find("catch-day").setDate(someone.find("catch-day").minimumDate().addDays(8))

    stored = someone.workspace.leave()

    assert decode(stored) == Place(PageName.WRITE)
    assert draft_of(stored, "catch") == {
        "kind": "later", "words": "Move to", "when": "a-day", "day": "2026-12-02", "open": "yes",
    }  # fmt: skip


@pytest.mark.parametrize("opened", [True, False])
def test_it_is_there_again_after_unlocking_and_as_open_as_it_was(qtbot, context, opened):
    draft = {"kind": "later", "words": "Move to", "when": "a-day", "day": "2026-12-02", "open": "yes" if opened else ""}
    context.journal.settings.put(PLACE, encode(Place(PageName.RUNNER, form_id=FREE), None, draft))
    workspace = Workspace()
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.enter(context)

    panel = workspace.findChild(QLabel, "catch-title").window().findChild(QLineEdit, "catch-words")
    assert panel.text() == "Move to"
    assert panel.isVisible() is opened
    assert panel.hasFocus() is opened
    assert workspace._catching.draft()["when"] == "a-day"
    assert workspace._catching.draft()["day"] == "2026-12-02"


def test_once_locked_the_window_holds_none_of_it_and_once_unlocked_all_of_it(inside):
    inside.click("nav-keep")
    inside.type("catch-words", "zanzibar")
    inside.qtbot.waitUntil(lambda: inside.tasks._waiting == {}, timeout=20_000)
    assert "zanzibar" in inside.texts()

    inside.lock()
    assert "zanzibar" not in inside.texts()

    inside.unlock(PASSPHRASE)
    assert inside.see("catch-words").text() == "zanzibar"
    inside.qtbot.waitUntil(lambda: inside.focus().objectName() == "catch-words", timeout=20_000)


def test_with_nothing_typed_locking_keeps_nothing(someone):
    someone.catch()

    assert draft_of(someone.workspace.leave(), "catch") == {}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=st.dictionaries(KEYS, st.text()))
def test_no_draft_can_break_the_panel(someone, draft):
    someone.workspace._catching.take_draft(draft)

    assert someone.workspace._catching.draft() is not None
    someone.workspace._catching._panel.forget()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(Carry)), words=st.text(st.characters(exclude_categories=())).filter(str.strip))
def test_whatever_is_typed_is_kept_as_it_was_typed(someone, kind, words):
    someone.catch()
    someone.find(f"catch-kind-{kind}").click()
    someone.find("catch-words").setText(folded(words))

    someone.press(Qt.Key.Key_Return)

    carried = someone.carried
    newest = {
        Carry.QUESTION: carried.questions, Carry.LATER: carried.laters, Carry.PRACTICE: carried.practices,
    }[kind][0]  # fmt: skip
    assert newest.words == clean(folded(words))


@settings(max_examples=30)
@given(draft=st.dictionaries(st.text(), st.text()), catch=st.dictionaries(st.text(), st.text()))
def test_both_drafts_come_back_as_they_were(draft, catch):
    place = Place(PageName.SUPPORT, line="lifeline")

    stored = encode(place, draft, catch)

    assert (decode(stored), draft_of(stored), draft_of(stored, "catch")) == (place, draft, catch)
    assert json.loads(stored)["name"] == "support"


def kept_through_a_crash(someone):
    return draft_of(someone.context.journal.settings.get(PLACE), "catch").get("words", "")


def test_what_is_half_typed_is_in_the_journal_soon_after_it_was_typed(someone, qtbot):
    someone.go(PageName.WRITE)
    someone.catch()
    someone.type("May I dri")
    qtbot.waitUntil(lambda: kept_through_a_crash(someone) == "May I dri")
    assert decode(someone.context.journal.settings.get(PLACE)) == Place(PageName.WRITE)

    someone.type("ve?")
    someone.press(Qt.Key.Key_Return)
    assert kept_through_a_crash(someone) == "", "what is kept does not come back as half-typed"


def test_what_is_typed_while_the_disk_is_slow_is_not_swept_away(someone, qtbot):
    held = BusyTasks()
    someone.workspace._catching._context = replace(someone.context, tasks=held)
    someone.keep("May I drive?")
    someone.type(" And swim?")
    held.let_go()

    assert [one.words for one in someone.carried.questions] == ["May I drive?"]
    assert someone.focus() is someone.find("catch-words")
    assert someone.focus().text() == " And swim?"
    qtbot.waitUntil(lambda: kept_through_a_crash(someone) == " And swim?")
