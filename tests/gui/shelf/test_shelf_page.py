"""Forms to fill in at any time: found from Write, each opened by one press."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.shelf import build
from kat_journal.gui.write import build as build_write

PLACE = Place(PageName.SHELF)


@pytest.fixture
def moves(context):
    places = []
    context.navigator.moved.connect(places.append)
    return places


@pytest.fixture
def page(qtbot, context):
    context.journal.measures.turn_on("core:phq-9")
    view = build(PLACE, context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view


def button(page, name):
    return page.findChild(QAbstractButton, name)


@pytest.mark.parametrize("form", ["ratings.day", "stopping-or-pausing", "phq-9"])
def test_each_form_opens_by_its_button(page, moves, form):
    found = button(page, f"open-core-{form.replace('.', '-')}")
    assert found.accessibleName().startswith("Open: ")

    found.click()

    assert moves == [Place(PageName.RUNNER, form_id=f"core:{form}")]


def test_a_sheet_that_is_off_is_not_there(page):
    assert button(page, "open-core-gad-7") is None


def test_the_way_back_comes_first(page, moves, context):
    context.navigator.go(Place(PageName.WRITE))
    context.navigator.go(PLACE)
    page.start_focus()
    assert page.focusWidget() is button(page, "back")

    button(page, "back").click()

    assert moves[-1] == Place(PageName.WRITE)
    assert page.place() == PLACE


def test_what_goes_wrong_is_said_in_the_page(page):
    page.show_problem(DiskFullError.user_message)

    assert page.findChild(QLabel, "shelf-notice-text").text().startswith(DiskFullError.user_message[:10])


def test_it_is_found_from_write(qtbot, context, moves):
    write = build_write(Place(PageName.WRITE), context, None)
    qtbot.addWidget(write)

    button(write, "open-shelf").click()

    assert moves == [PLACE]
