"""What a person can see and reach in a window; each law says what breaks it, in words."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from kat_journal.gui.side_bar import SideBar
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.texts import Text
from kat_journal.gui.widgets.wrapping import text_width

TARGET = 44
A_HAIR = 2
"""Pixels that an edge may reach beyond its room."""
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.PageTab,
    QAccessible.Role.Heading,  # words that a page begins with
    QAccessible.Role.List,
    QAccessible.Role.Chart,
    QAccessible.Role.Table,
    QAccessible.Role.Grouping,
    QAccessible.Role.StaticText,  # words that can be marked and copied
}
MOST_TABS = 600
COLUMNS = ("Panes", "SideBySide")
"""Classes of parts that stand side by side and are read one after the other."""


@dataclass(frozen=True)
class Walk:
    """One round through a window with the Tab key."""

    stops: list[QWidget]
    closed: bool
    pictures: dict[int, bool]  # by the place in stops: whether the focus can be seen
    hidden: list[str]


def shown(window):
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def named(widget):
    return widget.objectName() or f"{type(widget).__name__} {widget.accessibleName()!r}"


def is_inner(widget):
    """Whether a widget is a part of another control, such as the line inside a spin box."""
    parent = widget.parentWidget()
    # In this order: a viewport's proxy is its own page, and the binding takes what focusProxy() gives for a child of
    # what was asked. The page would be its own grandchild then, and the next collection would delete it.
    return isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractScrollArea) or widget.focusProxy() is not None


def controls(window):
    """Everything that can be used now."""
    kinds = QAbstractButton | QLineEdit | QTextEdit | QAbstractSpinBox | QComboBox
    return [
        widget
        for widget in shown(window)
        if widget.isEnabled()
        and not is_inner(widget)
        and (isinstance(widget, kinds) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def tab_stops(window):
    return [widget for widget in controls(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def unnamed(window):
    """Controls that a screen reader cannot tell, or takes for something else."""
    for widget in controls(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            yield f"{named(widget)} has no name"
        if spoken.role() not in ROLES:
            yield f"{named(widget)} is a {spoken.role()}"


def unheard(window):
    """Controls that are heard without what they are about: like another one, or the same words twice."""
    labelled = {label.buddy() for label in window.findChildren(QLabel)}
    heard = {}
    for widget in controls(window):
        name, about = (_spoken(widget, kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
        if name and name == about:
            yield f"{named(widget)} says {name!r} twice"
        if isinstance(widget, QComboBox) and widget not in labelled:  # its name is what is chosen, on some systems
            yield f"{named(widget)} has no label"
        if isinstance(widget, QAbstractButton) and not about and _group(widget) is None:
            heard.setdefault(name, []).append(widget)
    for name, alike in heard.items():
        if len(alike) > 1:
            yield f"{' and '.join(map(named, alike))} are all heard as {name!r} alone"


def _spoken(widget, kind):
    return QAccessible.queryAccessibleInterface(widget).text(kind).strip()


def _group(widget):
    """The group whose name is heard before a choice in it."""
    parent = widget.parentWidget()
    while parent is not None and _role(parent) is not QAccessible.Role.Grouping:
        parent = parent.parentWidget()
    return parent


def _role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def unreached(window):
    """Controls that are no Tab stop, each of a row of options included."""
    stops = tab_stops(window)
    for widget in controls(window):
        if widget not in stops:
            yield f"{named(widget)} is no Tab stop"


def walk(window):
    """Press Tab until it comes round, and look at every stop."""
    stops, pictures, hidden = [], {}, []
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    first = now = window.focusWidget()
    while len(stops) < MOST_TABS:
        stops.append(now)
        settle()
        if not is_in_sight(now):
            hidden.append(f"{named(now)} has the focus out of sight")
        with_focus = now.grab().toImage()
        QTest.keyClick(now, Qt.Key.Key_Tab)
        settle()
        pictures[len(stops) - 1] = not isinstance(now, QWidget) or now.grab().toImage() != with_focus
        now = window.focusWidget()
        if now is first:
            return Walk(stops, True, pictures, hidden)
        if now in stops:
            break
    return Walk(stops, False, pictures, hidden)


def settle():
    """Let every layout and every posted event take its course."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_in_sight(widget):
    """Whether all of a control can be seen, or what its page has room for."""
    seen = widget.visibleRegion().boundingRect()
    room = min((area.viewport().height() for area in scrolling(widget)), default=widget.height())
    return seen.height() >= min(widget.height(), room - 60, 4 * TARGET) and seen.width() >= widget.width()


def scrolling(widget):
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()


def place(widget):
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def out_of_order(stops, places):
    """Neighbours in the Tab order of which the second stands before the first; one such pair closes the round."""
    known = [stop for stop in stops if stop in places]
    back = [(one, two) for one, two in pairwise([*known, *known[:1]]) if stands_before(two, one, places)]
    return [f"{named(two)} comes after {named(one)}" for one, two in back] if len(back) > 1 else []


def places_of(window):
    """Where controls and scrolling parts are, before a walk scrolls any of them."""
    return {widget: place(widget) for widget in [*controls(window), *window.findChildren(QScrollArea)]}


def stands_before(one, two, places):
    """Whether a control is read before another: the side bar first, then lines from the top, from left to right."""
    if in_side_bar(one) != in_side_bar(two):
        return in_side_bar(one)
    first, second = _comparable(one, two, places)
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    if shared > min(first.height(), second.height()) / 2:
        return first.left() < second.left()
    if are_in_columns(one, two):
        return first.right() <= second.left() or (first.left() < second.right() and first.top() < second.top())
    return first.top() < second.top()


def _comparable(one, two, places):
    """Their places, or those of the scrolling parts in which only one of them stands."""
    return tuple(
        next((places[area] for area in reversed(list(scrolling(own))) if not area.isAncestorOf(other)), places[own])
        for own, other in ((one, two), (two, one))
    )


def in_side_bar(widget):
    return any(isinstance(area, SideBar) for area in scrolling(widget))


def are_in_columns(first, second):
    """Whether the two stand in different parts that are read one after the other."""
    parent = first.parentWidget()
    while parent is not None:
        if type(parent).__name__ in COLUMNS and parent.isAncestorOf(second):
            return _part(first, parent) is not _part(second, parent)
        parent = parent.parentWidget()
    return False


def _part(widget, whole):
    while widget.parentWidget() is not whole:
        widget = widget.parentWidget()
    return widget


def too_low(window):
    """Controls that a shaking hand would miss."""
    for widget in controls(window):
        if widget.height() < TARGET and not in_side_bar(widget) and not isinstance(widget, QLabel):
            yield f"{named(widget)} is {widget.height()} px high"


def clipped(window):
    """Words and controls that were given less room than they need."""
    for widget in shown(window):
        if isinstance(widget, Text | Button):
            yield from _clipped_words(widget)
        elif isinstance(widget, QLabel):
            if widget.text() and widget.sizeHint().width() > widget.width():
                yield f"{named(widget)} is cut off"
        elif isinstance(widget, QAbstractSpinBox | QComboBox) and not is_inner(widget):
            needed = widget.minimumSizeHint()
            if widget.width() < needed.width() or widget.height() < needed.height():
                yield f"{named(widget)} is {widget.size().toTuple()}, needs {needed.toTuple()}"
        elif isinstance(widget, QScrollArea | QTextEdit) and widget.horizontalScrollBar().maximum() > A_HAIR:
            yield f"{named(widget)} scrolls sideways"


def _clipped_words(widget):
    needed = widget.heightForWidth(widget.width())
    if widget.height() < needed:
        yield f"{named(widget)} {words_of(widget)!r} is {widget.height()} px high, needs {needed}"
    margins = widget.contentsMargins()
    around = widget._around() if isinstance(widget, Button) else margins.left() + margins.right()
    longest = max((text_width(word, widget.font()) for word in words_of(widget).split()), default=0)
    if words_of(widget) and widget.width() - around < min(longest, 16 * widget.fontMetrics().averageCharWidth()):
        yield f"{named(widget)} {words_of(widget)!r} breaks a word at {widget.width()} px"
    parent = widget.parentWidget()
    if parent is not None and not parent.rect().contains(widget.geometry()):
        yield f"{named(widget)} {words_of(widget)!r} stands outside its parent"


def words_of(widget):
    return widget.text()[:40]


def overlapping(window):
    """Words and controls that stand on each other; what scrolls by itself may pass under the rest."""
    used = set(controls(window))
    parts = [widget for widget in shown(window) if widget in used or isinstance(widget, Text)]
    found = [(widget, place(widget), list(scrolling(widget))) for widget in parts]
    for number, (one, first, layer) in enumerate(found):
        for two, second, other in found[number + 1 :]:
            both = first & second
            if both.width() <= A_HAIR or both.height() <= A_HAIR or layer != other:
                continue
            if not one.isAncestorOf(two) and not two.isAncestorOf(one):
                yield f"{named(one)} and {named(two)} overlap"
