"""Five years of summaries: shown some at a time, and the window never waits."""

import hashlib
from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from kat_journal.gui.shared.rows import AT_ONCE
from kat_journal.gui.shared.stack import Stack
from kat_journal.gui.shared.words import about, file_words, gone_words, in_groups, line_words
from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.texts import body
from kat_journal.services.shared import FileState, Line
from kat_journal.storage.shares import Shares

MANY = 45
DAY = date(2026, 11, 23)


@pytest.fixture
def years(vault, clock, tmp_path):
    """Many records, each with a file of its own."""
    shares = Shares(vault.connection)
    for number in range(MANY):
        path = tmp_path / f"{number}.md"
        path.write_text(str(number), encoding="utf-8")
        made_at = clock.now() - timedelta(days=4 * number)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        shares.add(ShareRecord(Uid(f"r{number}"), made_at, "markdown", sha256, DAY, DAY, str(path), ("session:x",)))


def test_some_are_shown_at_once_and_the_others_when_they_are_asked_for(show, years):
    page = show()
    assert len(page.listed()) == AT_ONCE
    while page.offers("shared-more"):
        before = len(page.listed())
        page.press("shared-more")
        assert page.focused == f"shared-{before}-inside"
    assert page.listed() == [f"{number}.md" for number in range(MANY)]


def test_tab_goes_through_all_of_them_in_order(show, years):
    page = show()
    page.press("shared-more")
    page.press("shared-1-inside")
    page.button("shared-0-inside").setFocus()
    stops = []
    while not stops or stops[-1] != "back":
        stops.append(page.focused)
        assert page.page.focusNextChild()
        assert len(stops) < 400
    opened = [name for name in stops if name.endswith("-inside")]
    assert opened == [f"shared-{number}-inside" for number in range(2 * AT_ONCE)]
    assert stops.index("shared-1-inside") < stops.index("shared-1-forget") < stops.index("shared-2-inside")


def test_taking_one_off_keeps_the_others_in_sight(show, years):
    page = show()
    page.press("shared-more")
    page.press("shared-30-inside")
    page.press("shared-30-forget")
    page.press("shared-30-forget-yes")
    assert page.focused == "shared-30-inside"
    assert "30.md" not in page.listed()
    assert "31.md" in page.listed()


def test_no_turn_of_the_loop_builds_all_of_it(show, years):
    page = show()
    turns, began = 0, perf_counter()
    page.button("shared-more").click()
    while not page.page._rows.is_settled:
        QApplication.processEvents()
        turns += 1
        assert perf_counter() - began < 60
    assert turns > 1


def test_rows_take_the_room_that_another_text_size_needs(show, years, theme, qtbot):
    page = show()
    row = page.page.findChild(QWidget, "shared-0")
    before = row.height()
    theme.apply(LookChoice.LIGHT, 200)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.page._rows.is_settled and row.height() > before)
    assert row.height() >= row.heightForWidth(row.width())


def test_a_stack_gives_no_room_to_what_is_hidden(qtbot):
    stack = Stack(10)
    qtbot.addWidget(stack)
    stack.resize(300, 300)
    stack.show()
    words = [body(f"line {number}") for number in range(3)]
    hidden = body("hidden")
    hidden.hide()
    for one in words:
        stack.add(one)
    stack.add(hidden, hidden=True)
    height = words[0].height()
    assert stack.sizeHint() == QSize(0, 3 * height + 20)
    words[1].hide()
    stack.measure(words[1])
    assert stack.minimumHeight() == 2 * height + 10
    assert words[2].y() == height + 10
    hidden.show()
    stack.measure(hidden)
    assert stack.minimumHeight() == 3 * height + 20
    stack.clear()
    assert stack.minimumHeight() == 0


RECORDS = st.builds(
    ShareRecord,
    uid=st.just(Uid("any")),
    made_at=st.datetimes(timezones=st.just(None)),
    format=st.text(max_size=30),
    sha256=st.text(max_size=80),
    starts=st.dates(),
    ends=st.dates(),
    file=st.text(max_size=300),
    keys=st.lists(st.sampled_from(["a", "b", "c", EVERYTHING]), max_size=5).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=RECORDS, state=st.sampled_from([None, *FileState]))
def test_any_record_has_words(qapp, record, state):
    assert about(record)
    words = file_words(record, state)
    assert words
    assert "\n" not in words
    assert in_groups(record.sha256).replace(" ", "") == record.sha256.replace(" ", "")


@given(label=st.text(), words=st.text(), day=st.none() | st.dates(), gone=st.integers(0, 9), found=st.integers(0, 9))
def test_anything_in_it_is_one_line(label, words, day, gone, found):
    assert "\n" not in line_words(Line(label, day, words))
    assert bool(gone_words(gone, found)) == (gone > 0)
