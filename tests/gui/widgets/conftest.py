from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kat_journal.gui.theme import LookChoice, Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def theme(qapp):
    """The real look at 100 %, taken off again afterwards."""
    theme = Theme(RESOURCES / "styles", RESOURCES / "fonts", qapp)
    theme.apply(LookChoice.LIGHT, 100)
    yield theme
    theme.deleteLater()
    QApplication.setStyleSheet(qapp, "")


@pytest.fixture
def shown(qtbot, theme):
    """Shows a widget with the real look, as wide and as high as asked."""

    def show(widget, width=680, height=480):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show
