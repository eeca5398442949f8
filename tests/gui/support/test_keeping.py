"""Choosing what stays readable while locked: warned first, seen before, and taken back at any time."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer
from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.gui.navigation import PLAN, PLAN_PAPER, SITTER_PAPER, PageName, Place
from kat_journal.gui.support import build
from kat_journal.gui.support.readable import CardWords
from kat_journal.services.support import readable_card
from kat_journal.storage import support_card


def button(page, name):
    return page.findChild(QAbstractButton, name)


def click(qtbot, page, name):
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def text(page, name):
    return page.findChild(QLabel, name).text()


def shown(widget):
    QCoreApplication.processEvents()  # what has just been put on a page is shown a moment later
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


@pytest.fixture
def own(journal):
    journal.support.put_contact(Contact(Uid("u-1"), ContactKind.PERSON, "Maya", "07700 900123"))
    journal.support.put_contact(Contact(Uid("u-2"), ContactKind.CLINIC, "", "020 7946 0018"))
    draft = journal.responses.new(FormId(PLAN)).draft
    journal.responses.save(draft, Answer(ItemId("reasons"), text="The garden"))
    return draft


@pytest.fixture
def page(qtbot, own, context):
    return open_page(qtbot, context)


def open_page(qtbot, context):
    view = build(Place(PageName.SUPPORT), context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view


def preview(page):
    return shown(page.findChild(QWidget, "keeping").choosing._preview)


def test_nothing_is_readable_and_nothing_is_ticked_at_first(page, qtbot, context):
    assert "nothing of yours is on this page" in text(page, "readable-state")
    assert not button(page, "readable-off").isVisible()

    click(qtbot, page, "readable-choose")

    warning = text(page, "readable-warning-text")
    for word in ("Anyone who uses this computer", "without your passphrase", "plain file", "overwritten and removed"):
        assert word in warning
    ticks = [one for one in page.findChildren(QAbstractButton) if one.objectName().endswith("-tick")]
    assert len(ticks) == 3
    assert not any(one.isChecked() for one in ticks)
    assert not button(page, "readable-keep").isEnabled()
    assert readable_card(context.journal.folder) is None


def test_the_warning_is_heard_where_the_focus_comes_by(page, qtbot, context):
    click(qtbot, page, "readable-choose")

    for name in ("readable-person-0-tick", "readable-keep"):
        assert "anyone" in button(page, name).accessibleDescription().lower()


def test_what_is_seen_is_what_is_kept_and_shown_while_locked(page, qtbot, context):
    click(qtbot, page, "readable-choose")
    click(qtbot, page, "readable-person-0-tick")
    click(qtbot, page, "readable-plan-0-tick")
    qtbot.keyClicks(page.findChild(QLineEdit, "readable-own-line"), "Ring Maya first.")
    seen = preview(page)
    assert seen == "Maya\n07700 900123\nReasons and promises that are mine\nThe garden\nRing Maya first."

    click(qtbot, page, "readable-keep")

    words = CardWords("again")
    qtbot.addWidget(words)
    words.show_card(readable_card(context.journal.folder))
    words.show()
    assert shown(words) == seen
    assert "anyone at this computer can read this" in text(page, "readable-state")
    assert text(page, "kept-person-0-name") == "Maya"
    assert text(page, "readable-notice-text").startswith("Kept.")


def test_thinking_better_of_it_keeps_nothing(page, qtbot, context):
    click(qtbot, page, "readable-choose")
    click(qtbot, page, "readable-person-0-tick")
    click(qtbot, page, "readable-leave")

    assert readable_card(context.journal.folder) is None
    assert button(page, "readable-choose").isVisible()
    assert not button(page, "readable-person-0-tick").isVisible()


def keep_maya(page, qtbot):
    click(qtbot, page, "readable-choose")
    click(qtbot, page, "readable-person-0-tick")
    click(qtbot, page, "readable-keep")


def test_turning_it_off_takes_the_file_away(page, qtbot, context):
    keep_maya(page, qtbot)
    assert support_card.is_there(context.journal.folder)

    click(qtbot, page, "readable-off")

    assert not support_card.is_there(context.journal.folder)
    assert "overwritten and removed" in text(page, "readable-notice-text")


def test_a_change_waits_until_the_person_has_looked(page, qtbot, context):
    keep_maya(page, qtbot)
    click(qtbot, page, "contact-0-change")
    page.findChild(QLineEdit, "contact-number").setText("07700 900999")
    click(qtbot, page, "contact-keep")

    assert "have changed since" in text(page, "readable-state")
    assert text(page, "kept-person-0-number") == "07700 900123"
    assert "is not as it was chosen" in text(page, "support-notice-text")
    assert readable_card(context.journal.folder).people[0].number == "07700 900123"

    click(qtbot, page, "readable-look")
    assert page.focusWidget() is button(page, "readable-choose")
    click(qtbot, page, "readable-choose")
    assert "07700 900999" in preview(page)
    click(qtbot, page, "readable-keep")
    assert readable_card(context.journal.folder).people[0].number == "07700 900999"


def test_a_file_that_somebody_changed_is_told(page, qtbot, context):
    keep_maya(page, qtbot)
    support_card.write(context.journal.folder, ReadableCard("Ring this number instead"))

    again = open_page(qtbot, context)

    assert "was changed" in text(again, "readable-state")
    assert text(again, "kept-person-0-name") == "Maya"


def test_in_the_hours_after_a_session_it_is_said_to_wait(qtbot, own, context):
    context.journal.courses.just_had()
    page = open_page(qtbot, context)

    click(qtbot, page, "readable-choose")

    assert page.findChild(QLabel, "readable-calm").isVisible()


def test_with_nobody_and_no_plan_a_line_can_be_kept(qtbot, context):
    page = open_page(qtbot, context)
    click(qtbot, page, "readable-choose")
    field = page.findChild(QLineEdit, "readable-own-line")
    assert page.focusWidget() is field
    assert not page.findChild(QLabel, "readable-calm").isVisible()

    qtbot.keyClicks(field, "Breathe.")
    click(qtbot, page, "readable-keep")

    assert readable_card(context.journal.folder) == ReadableCard("Breathe.")


def test_what_goes_wrong_is_said_beside_it(page, qtbot, context):
    (context.journal.folder / f"{support_card.NAME}.new").mkdir()

    keep_maya(page, qtbot)

    assert text(page, "readable-notice-text")
    assert readable_card(context.journal.folder) is None


@pytest.mark.parametrize(("name", "line"), [("print-plan", PLAN_PAPER), ("print-card", SITTER_PAPER)])
def test_papers_are_printed_from_here(page, qtbot, context, name, line):
    with qtbot.waitSignal(context.navigator.moved) as moved:
        click(qtbot, page, name)

    assert moved.args[0] == Place(PageName.PAPER, line=line)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60).filter(str.strip))
def test_any_words_stand_there_as_plain_text(theme, words):
    card = ReadableCard(
        f"line {words}",
        (ReadablePerson(Uid("u"), ContactKind.PERSON, f"name {words}", f"number {words}"),),
        (ReadablePart(ItemId("i"), "Heading", f"words {words}"),),
    )
    view = CardWords("card")
    view.show_card(card)
    labels = view.findChildren(QLabel)

    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    texts = [label.text() for label in labels]
    assert f"name {words}" in texts
    assert f"line {words}" in texts
    view.deleteLater()
