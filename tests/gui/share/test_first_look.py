"""Putting a line that is ticked under "Please look at first"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from kat_journal.gui.share.first_look import FirstLook
from tests.gui.share.seeding import PRIVATE, SHARED

HEADING = "Please look at first"


def look_at(page, words):
    """The control of the line that holds these words."""
    tick = line(page, words)
    name = tick.objectName().replace("share-tick", "first-look")
    found = [one for one in page.ticks.findChildren(FirstLook, name) if one.isVisible()]
    return found[0] if found else None


def line(page, words):
    ticks = [one for one in page.ticks.findChildren(QAbstractButton) if words in one.accessibleName()]
    return next(one for one in ticks if one.objectName().startswith("share-tick-"))


def file_of(page):
    return page.preview.composed.data.decode()


def notice(page):
    return page.findChild(QAbstractButton, "first-look-support")


def test_only_words_that_are_ticked_have_it_and_it_is_never_checked_of_itself(page):
    assert not look_at(page, "The coat stood").isChecked()
    assert look_at(page, "Sentinel") is None
    numbers = [one for one in page.ticks._ticks if one.key.startswith(("effects:", "session:", "score:"))]
    assert any(one.isChecked() for one in numbers), "a positive control"
    assert all(look_at(page, one.accessibleName()) is None for one in numbers)
    assert HEADING not in file_of(page)
    assert notice(page) is None


def test_it_puts_the_line_first_and_says_whom_to_ring(page, context, qtbot):
    look_at(page, "The coat stood").click()

    made = file_of(page)
    assert made.index(HEADING) < made.index(SHARED)
    assert made.count(SHARED) == 1
    with qtbot.waitSignal(context.navigator.moved) as moved:
        notice(page).click()
    assert moved.args[0].name is PageName.SUPPORT

    look_at(page, "The coat stood").click()
    assert HEADING not in file_of(page)


def test_unticking_takes_it_away_and_ticking_again_does_not_bring_it_back(page):
    look_at(page, "The coat stood").click()
    line(page, "The coat stood").click()
    assert look_at(page, "The coat stood") is None

    line(page, "The coat stood").click()

    assert not look_at(page, "The coat stood").isChecked()
    assert HEADING not in file_of(page)


def test_all_and_none_bring_it_and_take_it(page, qtbot):
    look_at(page, "The coat stood").click()
    page.findChild(QAbstractButton, "tick-none").click()
    qtbot.waitUntil(lambda: page.ticks.is_ready)
    assert not [one for one in page.ticks.findChildren(FirstLook) if one.isVisible()]

    page.findChild(QAbstractButton, "tick-all").click()
    qtbot.waitUntil(lambda: page.ticks.is_ready)

    assert look_at(page, "Sentinel") is not None
    assert not look_at(page, "The coat stood").isChecked()
    assert HEADING not in file_of(page)


def test_it_lasts_for_the_visit_and_no_longer(page, context, clock, qtbot):
    look_at(page, "The coat stood").click()
    place = page.place()

    def visit(place):
        view = build(place, context, None)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        qtbot.waitUntil(lambda: view.ticks.is_ready)
        return view

    assert look_at(visit(place), "The coat stood").isChecked()
    assert HEADING in file_of(visit(place))
    assert HEADING not in file_of(visit(Place(PageName.SHARE)))
    clock.pass_time(hours=30)
    assert HEADING not in file_of(visit(place))


def test_it_stands_under_its_line_and_the_lines_below_make_room(page, qtbot):
    private, ticks = line(page, "Sentinel"), page.ticks._ticks
    below = ticks[ticks.index(private) + 1]
    before, place, bottom = private.height(), below.y(), page.ticks.minimumHeight()
    private.click()
    control = look_at(page, "Sentinel")

    assert private.height() == before
    assert private.geometry().bottom() < control.y()
    assert control.geometry().bottom() < below.y()
    assert control.height() == below.y() - place == page.ticks.minimumHeight() - bottom
    assert control.height() >= 24, "large enough to be hit"

    private.click()
    assert (private.height(), below.y(), page.ticks.minimumHeight()) == (before, place, bottom)


def test_the_keyboard_reaches_and_checks_it_and_goes_on_from_it(page, qtbot):
    tick = line(page, "The coat stood")
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Tab)
    control = look_at(page, "The coat stood")
    assert QApplication.focusWidget() is control

    qtbot.keyClick(control, Qt.Key.Key_Space)
    assert HEADING in file_of(page)
    qtbot.keyClick(control, Qt.Key.Key_Down)
    ticks = page.ticks._ticks
    assert QApplication.focusWidget() is ticks[ticks.index(tick) + 1]


def test_it_is_heard_with_the_words_of_its_line(page):
    name = look_at(page, "The coat stood").accessibleName()

    assert name.startswith("Look at first: ")
    assert name.endswith(line(page, "The coat stood").accessibleName())


def test_a_filter_that_leaves_a_line_out_leaves_its_control_out(page, qtbot):
    only = page.findChild(QAbstractButton, "only-ticked")
    line(page, "The coat stood").click()
    line(page, "Sentinel").click()
    only.click()
    qtbot.waitUntil(lambda: page.ticks.is_ready)
    assert look_at(page, "The coat stood") is None
    assert look_at(page, "Sentinel").isVisible()
    assert PRIVATE in file_of(page)


def test_a_guarded_line_is_put_first_for_this_page_alone(qtbot, page, context):
    opened = context.journal.responses.new(FormId("core:check-in.month"))
    context.journal.responses.save(opened.draft, Answer(ItemId("worried"), number=1, share=ShareMark.SHARE))
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.ticks.is_ready)
    guarded = [one for one in view.ticks._ticks if one.accessibleDescription() == "Asked each time"][-1]
    guarded.click()
    control = look_at(view, guarded.accessibleName())
    before = view.place().line
    control.click()

    assert HEADING in file_of(view)
    assert view.place().line == before
