"""Lines that were left out stay out while a person is elsewhere for a moment, or the page says that they are back."""

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QLabel

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from kat_journal.gui.share.copying.line_row import LineRow
from kat_journal.gui.workspace import decode, encode

OUT, STAYS = "This line is for me alone.", "This line may leave."
BACK = "A line that was left out is back, because its answer has changed."


@pytest.fixture
def draft(context, clock):
    clock.set(datetime(2026, 11, 23, 10, 30, tzinfo=UTC))
    draft = context.journal.responses.new(FormId("core:free-page")).draft
    write(context, draft, f"{STAYS}\n{OUT}")
    return draft


@pytest.fixture
def visit(qtbot, context, draft):
    """Opens the page at a place."""

    def at(place=None):
        view = build(place or Place(PageName.SHARE), context, None)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        qtbot.waitUntil(lambda: view.ticks.is_ready)
        return view

    return at


@pytest.fixture
def struck(visit, qtbot):
    view = visit()
    assert OUT in file_of(view), "a positive control"
    strike(view, qtbot)
    assert OUT not in file_of(view)
    return view


def write(context, draft, words):
    context.journal.responses.save(draft, Answer(ItemId("words"), text=words, share=ShareMark.SHARE))


def strike(view, qtbot):
    press(view, "change-names", "copy-part-lines")
    qtbot.waitUntil(lambda: view.copy_pane.lines.list.is_ready)
    next(one for one in view.findChildren(LineRow) if one.isVisible() and one.line.words == OUT).click()


def press(view, *names):
    for name in names:
        view.findChild(QAbstractButton, name).click()


def file_of(view):
    return view.preview.composed.data.decode()


def said(view):
    return view.findChild(QLabel, "changes-words").text() if view.changes_line.isVisible() else ""


def test_coming_back_from_support_finds_the_line_left_out_and_says_so(visit, struck, context):
    context.navigator.go(Place(PageName.SHARE))
    press(struck, "as-plain-text")
    context.navigator.note(struck.place())
    places = []
    context.navigator.moved.connect(places.append)
    context.navigator.go(Place(PageName.SUPPORT))
    context.navigator.back()

    again = visit(places[-1])

    assert OUT not in file_of(again)
    assert STAYS in file_of(again)
    assert said(again) == "1 change in this copy."


def test_unlocking_finds_it_left_out_too(visit, struck):
    assert OUT not in file_of(visit(decode(encode(struck.place()))))


def test_other_days_and_back_keep_it_left_out(struck):
    press(struck, "other-days", "period-range")
    first, last = (struck.findChild(QDateEdit, name) for name in ("from-date", "to-date"))
    for field in (first, last):
        field.setDate(QDate(2026, 10, 1))
    assert struck.preview.composed is None
    assert said(struck) == ""
    press(struck, "period-everything")

    assert STAYS in file_of(struck)
    assert OUT not in file_of(struck)


def test_an_answer_that_changed_has_its_line_back_and_the_page_says_so_until_it_was_seen(
    visit, struck, context, draft, qtbot
):
    place = struck.place()
    write(context, draft, f"A new beginning.\n{STAYS}\n{OUT}")

    view = visit(place)
    assert OUT in file_of(view)
    assert said(view) == BACK
    view = visit(view.place())
    assert said(view) == BACK, "not lost by going to Support again"
    press(view, "as-plain-text", "changes-see")

    qtbot.waitUntil(lambda: view.copy_pane.notice.text() == BACK)
    assert view.copy_pane.lines.isVisible()
    assert said(view) == ""
    assert said(visit(view.place())) == ""


def test_a_line_that_is_left_out_anew_is_no_longer_said_to_be_back(visit, struck, context, draft, qtbot):
    write(context, draft, f"{OUT}\n{STAYS}")
    view = visit(struck.place())
    assert said(view) == BACK

    strike(view, qtbot)

    assert OUT not in file_of(view)
    assert said(view) == "1 change in this copy."
    assert OUT not in file_of(visit(view.place()))


def test_a_line_that_was_put_back_leaves_nothing_behind(visit, struck):
    kept = json.loads(struck.place().line)
    assert len(kept["struck"]) == 1
    next(one for one in struck.findChildren(LineRow) if one.isChecked()).click()

    assert struck.place().line == "", "as before anything was done"
    assert OUT in file_of(visit(struck.place()))


def test_what_is_kept_holds_no_word_and_no_key_of_the_answer(struck, draft):
    kept = json.loads(struck.place().line)["struck"]

    assert OUT.encode() not in json.dumps(kept).encode()
    assert str(draft.uid) not in json.dumps(kept)
    assert [numbers for _, numbers in kept.values()] == [[1]]


def test_another_day_begins_anew(visit, struck, clock):
    place = struck.place()
    clock.pass_time(hours=30)

    assert OUT in file_of(visit(place))


def test_two_pages_of_one_question_are_told_apart_by_their_day(struck):
    label = next(one for one in struck.findChildren(QLabel, "copy-answer") if one.isVisible()).text()

    assert label == "What would you like to write? · 23 November"
