"""The list's model, by Qt's own rules."""

from datetime import date

from PySide6.QtCore import QModelIndex, QObject

from kat_journal.domain.form import Kind
from kat_journal.gui.write.model import PAGE, WrittenModel
from kat_journal.services.written import Written


def row(number):
    return Written(
        id=number,
        uid=f"uid-{number}",
        form_id="core:free-page",
        kind=Kind.PAGE,
        title=f"Page {number}",
        day=date(2026, 11, 23),
        session_number=None,
        words="Words",
        finished=True,
        shared=False,
    )


def model(parent):
    return WrittenModel(lambda written: str(written.day), lambda shared: "may share" if shared else "private", parent)


def test_it_keeps_qts_rules(qtmodeltester, qapp):
    parent = QObject()
    filled = model(parent)
    filled.show_rows([row(number) for number in range(30)])

    qtmodeltester.check(filled)


def test_more_is_asked_for_once_and_from_the_last_row(qtbot):
    parent = QObject()
    filled = model(parent)
    asked = []
    filled.more_wanted.connect(asked.append)
    filled.show_rows([row(number) for number in range(PAGE)])

    filled.fetchMore(QModelIndex())
    filled.fetchMore(QModelIndex())
    assert asked == [PAGE - 1]

    filled.append([row(PAGE)])
    assert filled.rowCount() == PAGE + 1
    assert not filled.canFetchMore(QModelIndex())


def test_a_short_first_page_is_all_there_is(qapp):
    parent = QObject()
    filled = model(parent)
    filled.show_rows([row(1)])

    assert not filled.canFetchMore(QModelIndex())
    filled.append([])
    assert filled.rowCount() == 1
