"""Whoever types faster than the journal reads waits for the last key alone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QListView

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.write import build
from kat_journal.gui.write.model import ROW
from tests.gui.share.seeding import SHARED
from tests.helpers.busy import BusyTasks


@pytest.mark.parametrize(("busy", "times"), [(True, 1), (False, 4)])
def test_a_search_that_another_key_has_overtaken_is_not_read(qtbot, context, page, busy, times):
    tasks = BusyTasks(is_busy=False)
    view = build(Place(PageName.WRITE), replace(context, tasks=tasks), None)
    qtbot.addWidget(view)
    view.show()
    raw, seen = context.journal._vault.connection._raw, []
    tasks.is_busy = busy

    raw.set_trace_callback(seen.append)
    qtbot.keyClicks(view.findChild(QLineEdit, "find-words"), "coat")
    tasks.let_go()
    raw.set_trace_callback(None)

    model = view.findChild(QListView, "write-list").model()
    assert SHARED in [model.index(place).data(ROW).words for place in range(model.rowCount())]
    assert sum("answer_search MATCH" in statement for statement in seen) == times
