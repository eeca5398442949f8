import pytest

from kat_journal.gui.widgets.stepping import Day, Number, When


@pytest.mark.parametrize("make", [Number, Day, When])
def test_there_is_room_before_what_is_typed(shown, make):
    field = shown(make(), 200, 44)
    assert field.lineEdit().textMargins().left() == field.pad > 0
