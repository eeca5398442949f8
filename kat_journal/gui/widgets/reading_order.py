"""The Tab key follows the order in which a page is read, whenever its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_in_reading_order(layout: QLayout) -> None:
    """Lead Tab through everything in a layout in its order; call it again when parts were added."""
    for one, following in pairwise(_stops(layout)):
        QWidget.setTabOrder(one, following)


def tab_on_to(layout: QLayout, following: QLayout) -> None:
    """Lead Tab from the last part in a layout to those in another, which was made before it."""
    stops = list(_stops(layout))
    for one, two in pairwise([*stops[-1:], *_stops(following)]):
        QWidget.setTabOrder(one, two)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from _in(widget)
        elif item is not None and (inner := item.layout()) is not None:
            yield from _stops(inner)


def _in(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        widget = widget.widget() or widget
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _stops(layout)
    else:  # it places its parts by itself
        parts = [part for part in widget.children() if isinstance(part, QWidget)]
        for part in sorted(parts, key=lambda part: (part.y(), part.x())):
            yield from _in(part)
