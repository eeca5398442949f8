"""The whole window: what is known of reminders before the lock, after it, and in the process that takes over."""

import pytest

from kat_journal.domain.notices import NoticeWords, from_bytes
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.demo import PASSPHRASE
from tests.helpers.clock import november
from tests.helpers.notifications import NOTEBOOK, PaperDesktop

PATIENCE = 20_000


@pytest.fixture
def wanted(inside):
    """A person in front of the open demo, who has asked for notices on their page."""
    workspace = inside.window.centralWidget()
    workspace._looking_ahead.begin()
    workspace._context.navigator.go(Place(PageName.REMINDERS))
    inside.see("calendar-title-reminder")  # the journal has been read
    inside.see("notices-on").click()
    inside.qtbot.waitUntil(lambda: inside.window.noticing.is_on, timeout=PATIENCE)
    return inside


def test_nobody_who_has_not_asked_hands_anything_over(inside):
    inside.lock()

    assert inside.window.kept_instants() == b""


def test_a_locked_window_knows_when_and_nothing_else(wanted):
    before = wanted.window.noticing._plan.moments
    assert {one.words for one in before} == set(NoticeWords)

    wanted.lock()

    after = wanted.window.noticing._plan.moments
    assert [one.at for one in after] == [one.at for one in before]
    assert {(one.words, one.key, one.when) for one in after} == {(NoticeWords.NOTEBOOK, "", None)}
    kept = from_bytes(wanted.window.kept_instants())
    assert {one.at for one in kept.moments} == {one.at for one in before}


def test_the_fresh_window_takes_them_up_and_the_next_unlocking_finds_nothing_said_twice(
    wanted, sit_down, folder, clock
):
    wanted.lock()
    kept = wanted.window.kept_instants()
    wanted.qtbot.waitUntil(lambda: wanted.restarts == 1, timeout=PATIENCE)
    fresh = sit_down(folder)
    fresh.window.take_up(kept)
    first = min(one.at for one in from_bytes(kept).moments if one.at > clock.now())
    clock.set(max(first, november(25, 9)))

    noticing = fresh.window.noticing
    noticing._make = PaperDesktop
    noticing.tick()
    said = noticing.said_while_locked
    assert noticing._desktop.told == [NOTEBOOK]
    fresh.unlock(PASSPHRASE)
    fresh.see("reminders-heading")
    fresh.window.centralWidget()._looking_ahead.begin()

    fresh.qtbot.waitUntil(lambda: noticing.is_on, timeout=PATIENCE)
    assert said
    assert not said & {one.at for one in noticing._plan.moments}


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # the offscreen platform has one window at a time
def test_a_pressed_notice_brings_the_window_to_the_front(wanted):
    wanted.window.showMinimized()

    wanted.window.noticing.pressed.emit()

    assert not wanted.window.isMinimized()


def test_the_notebook_is_seen_only_while_it_is_open_and_in_front(wanted):
    assert wanted.window._is_seen() is wanted.window.isActiveWindow()
    wanted.lock()

    assert not wanted.window._is_seen()


def test_nothing_to_take_up_makes_nothing(sit_down, folder):
    fresh = sit_down(folder)

    fresh.window.take_up(b"")

    assert fresh.window._noticing is None


def test_the_choice_is_in_the_journal_and_not_beside_it(wanted):
    context = wanted.window.centralWidget()._context
    context.preferences.save()

    beside = context.preferences.path.read_text(encoding="utf-8")
    assert "auto_lock" in beside
    assert "notice" not in beside
    assert "remind" not in beside
