"""Taking everything out of a column that is shown afresh."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take the widgets out; each is deleted once nothing speaks of it any more."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
