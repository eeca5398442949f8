"""When something parked comes back, and the panel in the hours after a session."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kat_journal.domain.ids import FormId
from kat_journal.gui.navigation import PageName
from kat_journal.gui.theme import Look
from tests.helpers.clock import november

FREE, CALM, BODY = FormId("core:free-page"), FormId("core:after-session"), FormId("core:check-in.first-hours")


def when(someone, key):
    choices = someone.find("catch-when")
    choices.setCurrentIndex(choices.findData(key))


@pytest.mark.parametrize(
    ("key", "comes"),
    [("two-weeks", date(2026, 12, 7)), ("month", date(2026, 12, 23)), ("before-session", date(2026, 12, 2))],
)
def test_the_person_chooses_when_it_comes_back(someone, key, comes):
    someone.context.journal.courses.plan(november(23, 10).replace(month=12, day=3))
    someone.catch()
    someone.find("catch-kind-later").click()
    someone.type("Move to the sea")

    when(someone, key)
    someone.find("catch-keep").click()

    assert [one.returns_on for one in someone.carried.laters] == [comes]
    someone.catch()
    assert someone.find("catch-when").currentData() == "two-weeks", "the next one begins anew"


def test_it_can_come_back_on_any_day_from_tomorrow(someone):
    someone.catch()
    someone.find("catch-kind-later").click()
    assert not someone.sees("catch-day")
    assert someone.find("catch-when").findData("before-session") == -1, "no session is planned"
    when(someone, "a-day")
    day = someone.find("catch-day")
    assert day.minimumDate().toPython() == date(2026, 11, 24)
    day.setDate(day.date().addDays(4))
    chosen = day.date().toPython()
    someone.type("Move to the sea")

    someone.press(Qt.Key.Key_Return)

    assert [one.returns_on for one in someone.carried.laters] == [chosen]


@pytest.mark.parametrize("form", [CALM, BODY])
def test_after_a_session_it_is_for_later_dim_and_asks_nothing_more(someone, form):
    session = someone.context.journal.courses.just_had()
    someone.keep("a question")
    someone.go(PageName.RUNNER, form_id=form, session_id=session.id)

    someone.catch()

    panel = someone.find("catch")
    assert panel.property("look") == Look.AFTER_SESSION
    assert someone.find("catch-kind-later").isChecked()
    assert someone.find("catch-rule").text().startswith("No big decisions today.")
    assert not someone.sees("catch-when")
    image = panel.grab().toImage()
    brightest = max(image.pixelColor(x, 3).lightness() for x in range(0, image.width(), 9))
    assert brightest < 60
    someone.type("Give the house away")
    someone.press(Qt.Key.Key_Return)
    [later] = someone.carried.laters
    assert (later.session_id, later.returns_on) == (session.id, date(2026, 12, 7))
    assert someone.find("catch-told").property("look") == Look.AFTER_SESSION
    assert not someone.sees("catch-look")


def test_off_the_dim_page_it_is_light_again(someone):
    session = someone.context.journal.courses.just_had()
    someone.go(PageName.RUNNER, form_id=CALM, session_id=session.id)
    someone.catch()
    someone.type("half")

    someone.go(PageName.TODAY)

    assert someone.find("catch").property("look") is None
    assert someone.find("catch-kind-later").isChecked(), "what is half-typed keeps its kind"
    assert someone.sees("catch-when")


def test_a_form_that_turns_dim_later_takes_the_panel_along(someone):
    session = someone.context.journal.courses.just_had()
    draft = someone.context.journal.responses.begin(CALM, session_id=session.id).draft
    page = someone.go(PageName.RUNNER, form_id=FREE)
    someone.catch()
    assert someone.find("catch").property("look") is None

    page.dim(someone.context.theme)

    assert draft is not None
    assert someone.find("catch").property("look") == Look.AFTER_SESSION
