"""Tables: real ones, read cell by cell, and Tab leaves them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.table import MOST_ROWS, Cell, Cells, Table

DISPLAY, SPOKEN, TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def cells(rows=2, columns=2, names=()):
    text = [[Cell(f"{row}.{column}") for column in range(columns)] for row in range(rows)]
    return Cells([f"column {column}" for column in range(columns)], text, names)


@pytest.fixture
def table(shown):
    table = shown(Table("a-table", "Numbers"), 500, 300)
    table.show_cells(cells())
    return table


def test_a_sign_is_said_in_words_and_words_as_they_are():
    model = Cells(["one", "two"], [[Cell("●●", "2, Noticeable"), Cell("Skipped")]])
    sign, words = (model.index(0, column) for column in range(2))

    assert [model.data(sign, role) for role in (DISPLAY, SPOKEN, TIP)] == ["●●", "2, Noticeable", "2, Noticeable"]
    assert [model.data(words, role) for role in (DISPLAY, SPOKEN, TIP)] == ["Skipped", "Skipped", None]
    assert model.data(QModelIndex()) is None
    assert model.data(words, Qt.ItemDataRole.DecorationRole) is None


def test_columns_have_headings_and_rows_may_have_names():
    named = cells(names=["Feeling sick", "Worn out"])

    assert named.headerData(1, Qt.Orientation.Horizontal) == "column 1"
    assert named.headerData(0, Qt.Orientation.Vertical) == "Feeling sick"
    assert named.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole) is None
    assert cells().headerData(0, Qt.Orientation.Vertical) is None
    assert (named.rowCount(named.index(0, 0)), named.columnCount(named.index(0, 0))) == (0, 0)


def test_the_names_of_rows_are_seen_where_there_are_some(table):
    assert not table.verticalHeader().isVisible()

    table.show_cells(cells(names=["Feeling sick", "Worn out"]))

    assert table.verticalHeader().isVisible()


def test_the_arrow_keys_go_from_cell_to_cell_and_tab_leaves(shown):
    outer = QWidget()
    column = QVBoxLayout(outer)
    table, after = Table("a-table", "Numbers"), QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    shown(outer)
    table.show_cells(cells())
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex().data() == "1.1"

    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_it_is_as_high_as_its_rows_up_to_a_few(table):
    table.show_cells(cells(rows=1))
    one = table.sizeHint().height()
    table.show_cells(cells(rows=MOST_ROWS))
    few = table.sizeHint().height()
    table.show_cells(cells(rows=500))

    assert one < few == table.sizeHint().height() == table.minimumSizeHint().height()


def test_columns_are_as_wide_as_their_words_at_every_text_size(table, theme):
    def needed(column):
        return table.fontMetrics().horizontalAdvance(f"0.{column}" if column else "a much longer text than the heading")

    table.show_cells(Cells(["one", "two"], [[Cell("a much longer text than the heading"), Cell("0.1")]]))
    for scale in (100, 200):
        theme.apply(LookChoice.LIGHT, scale)
        assert all(table.columnWidth(column) > needed(column) for column in range(2))


def test_many_columns_begin_at_the_newest(shown):
    table = shown(Table("a-table", "Numbers"), 400, 300)
    table.show_cells(cells(columns=100, names=["a name that is rather long " * 5, "another"]))
    table.show_newest()
    bar = table.horizontalScrollBar()
    for width in (500, 300):
        table.resize(width, 300)
        assert bar.value() == bar.maximum() > 0
        assert table.verticalHeader().width() <= width // 2


def test_an_empty_table_is_its_headings(shown):
    table = shown(Table("a-table", "Numbers"), 400, 300)

    assert table.sizeHint().height() > 0


def test_years_of_columns_are_shown_without_reading_every_cell(shown):
    """Asking the view for the widths of 260 sessions took thirteen seconds."""

    class Counted(Cells):
        asked = 0

        def data(self, index, role=DISPLAY):
            self.asked += 1
            return super().data(index, role)

    table = shown(Table("a-table", "Numbers"), 500, 300)
    many = Counted(["a"] * 260, [[Cell("●●")] * 260] * 30)

    table.show_cells(many)
    table.grab()

    assert 0 < many.asked < 30 * 260


class MadeWhenSeen:
    """Two thousand rows; knows which of them were ever made."""

    def __init__(self):
        self.made = set()

    def __len__(self):
        return 2_000

    def __getitem__(self, place):
        self.made.add(place)
        return [Cell(f"day {place}"), Cell("a long answer in words" if place == 1_500 else "0")]


def test_years_of_rows_are_made_when_they_are_seen_and_the_widest_is_known(shown):
    table, rows = shown(Table("a-table", "Numbers"), 500, 300), MadeWhenSeen()
    table.show_cells(Cells(["Day", "Answer"], rows, measured=(0, 1_500)))
    table.grab()

    assert 0 < len(rows.made) < 200
    assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance("a long answer in words")
    assert table.model().rowCount() == 2_000


def test_no_heading_is_cut_off(shown):
    table = shown(Table("a-table", "Numbers"), 800, 300)
    table.show_cells(Cells(["Answer, 0 to 27", "Day"], [[Cell("3"), Cell("x")]]))
    head = table.horizontalHeader()

    assert all(table.columnWidth(column) >= head.sectionSizeHint(column) for column in range(2))
