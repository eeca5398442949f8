"""What is asked each time, and what nobody may read in time."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.domain.response import ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from tests.gui.share.seeding import fill, seed


@pytest.fixture
def guarded_page(qtbot, context, clock):
    seed(context.journal, clock)
    form = context.journal.library.form("core:check-in.next-day")
    safety = form.item("safety")
    fill(context.journal, form.id, {safety.id: (safety.options[1].id, ShareMark.SHARE)})

    def make():
        view = build(Place(PageName.SHARE), context, None)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: view.ticks.is_ready)
        return view

    return make


def guarded_tick(view):
    return max(
        (one for one in view.findChildren(QAbstractButton) if one.objectName().startswith("share-tick-")),
        key=lambda one: int(one.objectName().removeprefix("share-tick-")),
    )


def test_a_guarded_answer_stands_last_under_its_own_heading_and_unticked(guarded_page):
    view = guarded_page()

    assert view.findChild(QLabel, "guarded-heading").text() == "Asked each time"
    assert not guarded_tick(view).isChecked()


def test_its_tick_is_not_remembered(guarded_page, qtbot):
    view = guarded_page()
    guarded_tick(view).click()
    assert guarded_tick(view).isChecked()

    view.findChild(QAbstractButton, "period-range").click()
    qtbot.waitUntil(lambda: view.ticks.is_ready)
    assert not guarded_tick(view).isChecked()

    assert not guarded_tick(guarded_page()).isChecked()


def test_ticking_what_should_be_looked_at_first_says_that_nobody_may_read_it_and_blocks_nothing(
    guarded_page, context, qtbot
):
    view = guarded_page()
    card = view.findChild(QWidget, "first-look")
    assert card.isHidden()

    guarded_tick(view).click()

    assert not card.isHidden()
    assert view.findChild(QLabel, "first-look-text").text() == (
        "Nobody may read this before your appointment. If it cannot wait, ring your clinic or 999."
    )
    assert view.preview.composed is not None
    with qtbot.waitSignal(context.navigator.moved) as moved:
        view.findChild(QAbstractButton, "first-look-support").click()
    assert moved.args[0].name is PageName.SUPPORT

    guarded_tick(view).click()
    assert card.isHidden()
