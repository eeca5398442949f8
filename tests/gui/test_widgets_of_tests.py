import gc
import weakref

import pytest
from PySide6.QtWidgets import QWidget


@pytest.mark.parametrize(("added", "lives"), [(True, True), (False, False)])
def test_a_widget_that_a_test_let_go_of_lives_until_the_test_is_over(qtbot, added, lives):
    widget = QWidget()
    if added:
        qtbot.addWidget(widget)
    seen = weakref.ref(widget)
    del widget
    gc.collect()
    assert (seen() is not None) is lives
