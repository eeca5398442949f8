"""Things side by side that wrap when there is little room."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.flow import FlowLayout

GAP = 10


def row(*widgets: QWidget, gap: int = GAP) -> FlowLayout:
    """A line of widgets, in reading order."""
    flow = FlowLayout(gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
