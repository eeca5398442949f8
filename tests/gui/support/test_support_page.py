"""Support in an open journal: own people first, and the same help for everyone."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from kat_journal.domain.contact import ContactKind
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.support import build
from kat_journal.gui.support.presenter import PLAN
from kat_journal.gui.support.view import GROUNDING


def button(page, name):
    return page.findChild(QAbstractButton, name)


def text(page, name):
    return page.findChild(QLabel, name).text()


def choose(page, code):
    chooser = page.findChild(QComboBox, "country")
    chooser.setCurrentIndex(chooser.findData(code))
    chooser.activated.emit(chooser.currentIndex())


def add(page, qtbot, name, number, kind="person"):
    button(page, "add-contact").click()
    button(page, f"contact-{kind}").click()
    qtbot.keyClicks(page.findChild(QLineEdit, "contact-name"), name)
    qtbot.keyClicks(page.findChild(QLineEdit, "contact-number"), number)
    button(page, "contact-keep").click()


def test_the_page_says_that_nobody_watches_it(page):
    assert text(page, "nobody-watches") == (
        "Nobody is watching this page, and this program cannot ring anyone for you. It is the same for everyone."
    )


def test_a_contact_is_kept_shown_and_used_in_the_help_lines(page, qtbot, context):
    add(page, qtbot, "Riverside", "020 7946 0000", kind="clinic")
    add(page, qtbot, "Maya", "07700 900123")

    kept = {contact.name: contact.kind for contact in context.journal.support.contacts()}
    assert kept == {"Riverside": ContactKind.CLINIC, "Maya": ContactKind.PERSON}
    assert text(page, "contact-0-name") == "Maya"
    assert text(page, "contact-1-number") == "020 7946 0000"
    assert "020 7946 0000" in page.findChild(QWidget, "help-line-blood-in-urine").accessibleName()


def test_a_contact_without_a_number_is_not_kept(page, qtbot, context):
    button(page, "add-contact").click()
    qtbot.keyClicks(page.findChild(QLineEdit, "contact-name"), "Maya")

    qtbot.keyClick(page.findChild(QLineEdit, "contact-name"), Qt.Key.Key_Return)

    assert not button(page, "contact-keep").isEnabled()
    assert context.journal.support.contacts() == ()

    button(page, "contact-cancel").click()
    assert not page.findChild(QLineEdit, "contact-name").isVisible()


def test_a_contact_can_be_changed_removed_and_put_back(page, qtbot, context):
    add(page, qtbot, "Maya", "07700 900123")
    button(page, "contact-0-change").click()
    field = page.findChild(QLineEdit, "contact-number")
    field.clear()
    qtbot.keyClicks(field, "07700 900999")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [contact.number for contact in context.journal.support.contacts()] == ["07700 900999"]

    button(page, "contact-0-change").click()
    button(page, "contact-remove").click()
    assert context.journal.support.contacts() == ()
    assert text(page, "people-notice-text") == "Maya was removed."

    button(page, "contact-put-back").click()
    assert [contact.name for contact in context.journal.support.contacts()] == ["Maya"]


def test_another_country_shows_its_numbers_and_is_kept(page, preferences):
    assert text(page, "emergency").startswith("999")

    choose(page, "US")

    assert text(page, "emergency") == "911"
    assert text(page, "collected").startswith("Collected on ")
    assert tomllib.loads(preferences.path.read_text(encoding="utf-8"))["country"] == "US"


def test_without_a_country_the_page_asks_for_one(qtbot, context, preferences):
    preferences.country = ""
    view = build(Place(PageName.SUPPORT), context, None)
    qtbot.addWidget(view)

    assert text(view, "no-country") == (
        "Choose your country to see its numbers. Until then: your local emergency number."
    )


def test_hours_stand_only_where_a_source_states_them(page, context):
    countries = context.journal.library.support.countries
    silent = next(code for code, country in countries.items() if country.lines and not country.lines[0].hours)

    choose(page, silent)

    shown = [label.text() for label in page.findChild(QWidget, "numbers").findChildren(QLabel)]
    assert countries[silent].lines[0].name in shown
    if all(not line.hours for line in countries[silent].lines):
        assert not any("Day and night" in line for line in shown)


def test_grounding_goes_one_step_at_a_time_and_begins_again(page, context):
    steps = [step.text for step in context.journal.library.support.grounding.steps]
    seen = [text(page, "ground-step")]
    for _ in steps:
        button(page, "ground-next").click()
        seen.append(text(page, "ground-step"))

    assert seen == [*steps, steps[0]]


def test_every_help_line_is_on_the_page(page, context):
    for line in context.journal.library.support.help.lines:
        row = page.findChild(QWidget, f"help-line-{line.id}")
        assert row is not None
        assert "{" not in row.accessibleName()


@pytest.mark.parametrize("line", ["blood-in-urine", "anything-else"])
def test_the_line_that_a_card_points_to_is_marked_in_view_and_in_focus(qtbot, context, line):
    view = build(Place(PageName.SUPPORT, line=line), context, None)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.start_focus()
    row = view.findChild(QWidget, f"help-line-{line}")

    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())

    assert row.property("variant") == "warm"
    assert view.focusWidget() is row.words
    assert view.place() == Place(PageName.SUPPORT, line=line)


def test_ground_me_leads_to_the_steps(qtbot, context):
    view = build(Place(PageName.SUPPORT, line=GROUNDING), context, None)
    qtbot.addWidget(view)
    view.show()
    view.start_focus()

    assert view.focusWidget() is button(view, "ground-next")


def test_the_plan_opens_new_at_first_and_then_where_it_was_written(page, qtbot, context):
    with qtbot.waitSignal(context.navigator.moved) as first:
        button(page, "plan").click()
    assert first.args[0] == Place(PageName.RUNNER, form_id=PLAN)

    draft = context.journal.responses.new(FormId(PLAN)).draft
    context.journal.responses.save(draft, Answer(ItemId("reasons"), text="Maya."))
    with qtbot.waitSignal(context.navigator.moved) as second:
        button(page, "plan").click()
    assert second.args[0].response_uid == draft.uid


def test_from_a_dim_page_the_plan_is_dim_too(qtbot, context):
    view = build(Place(PageName.SUPPORT, dim=True), context, None)
    qtbot.addWidget(view)
    view.show()

    with qtbot.waitSignal(context.navigator.moved) as moved:
        button(view, "plan").click()

    assert moved.args[0] == Place(PageName.RUNNER, form_id=PLAN, dim=True)


def test_back_leads_where_the_person_came_from(page, qtbot, context):
    context.navigator.go(Place(PageName.WRITE))
    context.navigator.go(Place(PageName.SUPPORT))

    with qtbot.waitSignal(context.navigator.moved) as moved:
        button(page, "support-back").click()

    assert moved.args[0].name is PageName.WRITE


def test_what_goes_wrong_is_said_in_the_page(page):
    page.show_problem("The disk is full.")

    assert text(page, "support-notice-text") == "The disk is full."


def test_a_screen_reader_hears_the_step_on_the_button_and_the_number_behind_change(page, qtbot):
    add(page, qtbot, "Maya", "07700 900123")
    assert button(page, "contact-0-change").accessibleName() == "Change Maya, 07700 900123"

    following = button(page, "ground-next")
    assert following.accessibleDescription() == text(page, "ground-step")
    following.click()
    assert following.accessibleDescription() == text(page, "ground-step")


def test_the_country_has_a_label(page):
    [label] = [one for one in page.findChildren(QLabel) if one.buddy() is page.findChild(QComboBox, "country")]
    assert label.text() == "Country"
