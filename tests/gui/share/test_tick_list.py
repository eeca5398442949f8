"""What the tick list says of its lines, and ways to tick and to see fewer of them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from tests.gui.share.seeding import fill

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def later(qtbot, page, context, clock, dialogs, tmp_path):
    """The page on the day after a summary was saved: one answer was changed, another was written."""
    dialogs.answer(tmp_path / "one.md")
    page.findChild(QAbstractButton, "save-summary").click()
    clock.set(clock.now() + timedelta(days=1))
    journal = context.journal
    journal.courses.add_appointment(clock.now() + timedelta(days=5))
    opened = journal.responses.begin(
        FormId("core:before-appointment"), appointment_id=journal.courses.appointments()[1].id
    )
    journal.responses.save(opened.draft, Answer(ItemId("ten-minutes"), text="The red coat.", share=ShareMark.SHARE))
    fill(journal, "core:free-page", {"words": ("A new river.", ShareMark.PRIVATE)})
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.ticks.is_ready)
    return view


def ticks(view):
    return [one for one in view.findChildren(QAbstractButton) if one.objectName().startswith("share-tick-")]


def tick(view, words):
    return next(one for one in ticks(view) if words in one.accessibleName())


def press(view, name, qtbot):
    view.findChild(QAbstractButton, name).click()
    qtbot.waitUntil(lambda: view.ticks.is_ready)


def known(one):
    label = one.findChild(QLabel, f"{one.objectName()}-known")
    return label.text() if label is not None else ""


def test_before_the_first_summary_nothing_is_known_of_a_line(page):
    assert {known(one) for one in ticks(page)} == {""}
    assert page.findChild(QAbstractButton, "only-new").isHidden()


def test_a_line_says_when_it_was_shared_and_whether_it_changed_since(later):
    assert known(tick(later, "The coat stood")) == "Shared on 23 November"
    assert known(tick(later, "The red coat")) == "Shared on 23 November, changed since"
    assert known(tick(later, "A new river")) == "New since the last summary"
    assert known(tick(later, "Sentinel")) == ""


def test_what_is_known_is_heard_too(later):
    assert tick(later, "The coat stood").accessibleName().endswith("Shared on 23 November.")


def test_only_what_is_new_can_be_listed(later, qtbot):
    press(later, "only-new", qtbot)

    shown = [one.accessibleName() for one in ticks(later) if one.isVisible()]
    assert len(shown) == 2
    assert any("A new river" in words for words in shown)
    assert any("The red coat" in words for words in shown)


def test_what_a_filter_leaves_out_is_not_ticked_with_the_rest(later, qtbot):
    press(later, "tick-none", qtbot)
    press(later, "only-new", qtbot)
    press(later, "tick-all", qtbot)

    assert {one.isChecked() for one in ticks(later) if one.isVisible()} == {True}
    assert {one.isChecked() for one in ticks(later) if not one.isVisible()} == {False}


def test_both_filters_together_may_leave_nothing_and_say_so(later, qtbot):
    press(later, "tick-none", qtbot)
    press(later, "only-ticked", qtbot)
    assert later.findChild(QLabel, "none-shown").text() == "Nothing of this is ticked."
    assert later.findChild(QLabel, "none-shown").isVisible()

    press(later, "only-ticked", qtbot)
    assert not later.findChild(QLabel, "none-shown").isVisible()


def test_with_nothing_new_the_list_says_so(later, context, qtbot, dialogs, tmp_path):
    press(later, "tick-all", qtbot)
    dialogs.answer(tmp_path / "two.md")
    press(later, "save-summary", qtbot)
    press(later, "period-everything", qtbot)

    press(later, "only-new", qtbot)

    assert later.findChild(QLabel, "none-shown").text() == "Nothing is new since then."


def test_keys_tick_all_and_none_and_the_page_says_which(page, qtbot):
    for name, keys in (("tick-all", "Ctrl+A"), ("tick-none", "Ctrl+Shift+A")):
        button = page.findChild(QAbstractButton, name)
        assert button.toolTip() == keys == button.accessibleDescription()
    first = ticks(page)[0]
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_A, CONTROL)
    assert all(one.isChecked() for one in ticks(page))

    qtbot.keyClick(first, Qt.Key.Key_A, CONTROL | SHIFT)
    assert not any(one.isChecked() for one in ticks(page))
    assert page.preview.composed is None


def test_the_keys_work_from_a_button_of_the_list_too(page, qtbot):
    button = page.findChild(QAbstractButton, "tick-none")
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_A, CONTROL)

    assert all(one.isChecked() for one in ticks(page))


def test_arrows_stay_within_the_list(page, qtbot):
    last = ticks(page)[-1]
    last.setFocus()

    qtbot.keyClick(last, Qt.Key.Key_Down)
    assert page.focusWidget() is last
    qtbot.keyClick(last, Qt.Key.Key_Up)
    assert page.focusWidget() is ticks(page)[-2]


def test_lines_of_repeated_sheets_sound_and_look_apart(qtbot, context, clock):
    journal = context.journal
    for text in ("The sea.", "The sea."):
        fill(journal, "core:free-page", {"words": (text, ShareMark.SHARE)})
        clock.set(clock.now() + timedelta(days=1))
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.ticks.is_ready)

    names = [one.accessibleName() for one in ticks(view)]
    assert len(names) == 2
    assert len(set(names)) == 2
    assert all(known(one) for one in ticks(view))


def test_what_i_shared_before_is_one_link_away(page, context, qtbot):
    with qtbot.waitSignal(context.navigator.moved) as moved:
        page.findChild(QAbstractButton, "shared-before").click()

    assert moved.args[0].name is PageName.SHARED
