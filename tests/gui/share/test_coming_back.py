"""Leaving the page for a moment, or locking, keeps what a person did on it; but no guarded tick."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from kat_journal.domain.response import ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from kat_journal.gui.workspace import decode, encode
from tests.gui.share.seeding import fill, seed


@pytest.fixture
def visit(qtbot, context, clock):
    """Opens the page at a place."""
    seed(context.journal, clock)
    safety = context.journal.library.form("core:check-in.next-day").item("safety")
    fill(context.journal, "core:check-in.next-day", {safety.id: (safety.options[1].id, ShareMark.SHARE)})

    def at(place=None):
        view = build(place or Place(PageName.SHARE), context, None)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: view.ticks.is_ready)
        return view

    return at


def tick(view, words):
    found = [one for one in view.ticks.findChildren(QAbstractButton) if words in one.accessibleName()]
    return next(one for one in found if one.objectName().startswith("share-tick-"))


def guarded(view):
    found = [
        one for one in view.ticks.findChildren(QAbstractButton) if one.accessibleDescription() == "Asked each time"
    ]
    return found[-1]


def test_coming_back_from_support_finds_the_ticks_and_the_days_as_they_were(visit, context):
    context.navigator.go(Place(PageName.SHARE))
    view = visit()
    tick(view, "Sentinel").click()
    tick(view, "The coat stood").click()
    guarded(view).click()
    view.findChild(QAbstractButton, "period-everything").click()
    places = []
    context.navigator.moved.connect(places.append)

    context.navigator.go(Place(PageName.SUPPORT))
    context.navigator.back()
    again = visit(places[-1])

    assert tick(again, "Sentinel").isChecked()
    assert not tick(again, "The coat stood").isChecked()
    assert not guarded(again).isChecked()
    assert again.findChild(QLabel, "share-covers").text().startswith("Everything,")
    assert again.period.isVisible()


def test_unlocking_on_the_same_day_finds_them_too_and_on_another_day_not(visit, clock):
    view = visit()
    tick(view, "Sentinel").click()
    kept = encode(view.place())

    assert tick(visit(decode(kept)), "Sentinel").isChecked()
    clock.set(clock.now() + timedelta(days=1))
    assert not tick(visit(decode(kept)), "Sentinel").isChecked()


def test_no_guarded_key_is_in_what_is_kept(visit):
    view = visit()
    tick(view, "Sentinel").click()
    before = view.place().line
    guarded(view).click()

    assert guarded(view).isChecked()
    assert view.place().line == before


def test_a_format_that_was_chosen_is_kept_too(visit):
    view = visit()
    formats = view.findChild(QComboBox, "save-as")
    formats.setCurrentIndex(formats.findData("text"))
    formats.activated.emit(formats.currentIndex())
    assert view.actions.format == "text"

    assert visit(view.place()).actions.format == "text"


def test_a_place_that_makes_no_sense_is_a_new_visit(visit):
    assert visit(Place(PageName.SHARE, line="x")).findChild(QAbstractButton, "period-since").isChecked()


def test_a_new_visit_begins_anew(visit):
    view = visit()
    tick(view, "Sentinel").click()

    assert not tick(visit(), "Sentinel").isChecked()
