"""What hears from something that outlives it has real slots: PySide makes the others as it connects, and a page that is
going may be called through one that is no longer there."""

import pytest
from PySide6.QtCore import QObject

from kat_journal.gui.catching.presenter import Catching
from kat_journal.gui.looking_ahead import LookingAhead
from kat_journal.gui.reminders.presenter import RemindersPresenter
from kat_journal.gui.share.preview import Preview
from kat_journal.gui.widgets.page import Page


@pytest.mark.parametrize(
    ("heard_by", "slot"),
    [
        (Page, "_on_focus_changed(QWidget*,QWidget*)"),
        (LookingAhead, "begin()"),
        (LookingAhead, "refresh()"),
        (LookingAhead, "_on_said(PyObject)"),
        (RemindersPresenter, "_on_reach()"),
        (Preview, "_show_anew()"),
        (Catching, "_on_key()"),
    ],
)
def test_what_goes_before_whom_it_hears_has_real_slots(heard_by, slot):
    assert heard_by.staticMetaObject.indexOfSlot(slot) >= 0


def test_a_method_without_the_mark_is_no_slot():
    """The control."""

    class Plain(QObject):
        def heard(self):
            """Nothing."""

    assert Plain.staticMetaObject.indexOfSlot("heard()") < 0
