"""Every text and every edge of a control can be told from what it stands on, in every look and every state."""

import shutil

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextEdit,
)

from kat_journal.gui.gallery.states import State, hold
from kat_journal.gui.theme import Look
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.timeline import Timeline
from tests.gui.contrast import EDGE, TEXT, changed_area, edge_contrast, needed, photograph, words_contrast
from tests.gui.seeing import settle

WORDED = (QLabel, QPushButton, QLineEdit, QTextEdit, QAbstractSpinBox, QComboBox)
EDGED = (QPushButton, QLineEdit, QTextEdit, QAbstractSpinBox, QComboBox)
WITHOUT_AN_EDGE = {"link", "nav"}
"""Their words are all there is of them."""
DEPTH = 4
"""Pixels from the outside in which an edge or a ring is drawn."""


def worded(sample):
    """The widgets of a sample that say something, itself or in it."""
    if isinstance(sample.widget, WORDED):
        return [sample.widget]
    inner = (QAbstractSpinBox, QComboBox)
    parts = [part for kind in WORDED for part in sample.widget.findChildren(kind)]
    return [part for part in parts if part.isVisible() and not isinstance(part.parentWidget(), inner)]


def painted(widget):
    """The words that a widget paints by hand or in cells, and where."""
    if isinstance(widget, Timeline):
        return [(words, place.toRect()) for words, place in widget.label_places()]
    if not isinstance(widget, QTableView | QCalendarWidget):
        return []
    table = widget if isinstance(widget, QTableView) else widget.findChild(QTableView)
    model, origin = table.model(), table.viewport().mapTo(widget, QPoint(0, 0))
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [(str(place.data()), table.visualRect(place).translated(origin)) for place in places if place.data()]


def words_of(widget):
    if isinstance(widget, QTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()


def kind_of(widget):
    return widget.property("kind") if isinstance(widget, Button) else ""


def too_pale(gallery, sample, state):
    """What of a sample cannot be told apart well enough in a state, in words."""
    for widget in worded(sample):
        if not words_of(widget):
            continue
        picture = photograph(gallery, widget)
        # Without the edge, the ring and the gap beside it, or the bar under a link.
        inset = 0 if isinstance(widget, QLabel) else 6
        found = words_contrast(picture, picture.inside.adjusted(inset, inset, -inset, -max(inset, DEPTH + 4)))
        if found < needed(widget.font()):
            yield f"{sample.name}, {state}: words of {words_of(widget)!r} at {found:.2f}"
        # What cannot be used now is told from what can by having no edge; its words are read all the same.
        if isinstance(widget, EDGED) and kind_of(widget) not in WITHOUT_AN_EDGE and state is not State.DISABLED:
            edge = edge_contrast(picture, DEPTH)
            if edge < EDGE:
                yield f"{sample.name}, {state}: edge of {words_of(widget)!r} at {edge:.2f}"


def too_pale_within(gallery, sample):
    """The same of what is painted, in small type."""
    picture = photograph(gallery, sample.widget)
    for words, place in painted(sample.widget):
        if set(words) == {"1"}:  # its stroke may cover no pixel wholly, and show its ink nowhere
            continue
        found = words_contrast(picture, place.translated(picture.inside.topLeft()))
        if found < TEXT:
            yield f"{sample.name}: {words!r} at {found:.2f}"


def all_too_pale(gallery):
    for sample in gallery.samples:
        for state in sample.states:
            hold(sample.widget, state)
            settle()
            yield from too_pale(gallery, sample, state)
            yield from too_pale_within(gallery, sample)
        hold(sample.widget, State.NORMAL)


@pytest.mark.parametrize("look", list(Look))
def test_all_words_and_edges_of_every_state_can_be_told_apart(open_gallery, look):
    gallery = open_gallery(look)

    assert list(all_too_pale(gallery)) == []


def without_a_ring(gallery):
    """Controls whose focus changes too little: less than a line of two pixels around, or under the words of a link."""
    for sample in gallery.samples:
        if State.FOCUS not in sample.states:
            continue
        hold(sample.widget, State.NORMAL)
        settle()
        before = photograph(gallery, sample.widget)
        hold(sample.widget, State.FOCUS)
        settle()
        assert sample.widget.hasFocus(), sample.name
        area = changed_area(before, photograph(gallery, sample.widget))
        width, height = sample.widget.width() - 2 * DEPTH, sample.widget.height() - 2 * DEPTH
        corners = 4 * 12  # a rounded line is shorter than a square one
        wanted = width if kind_of(sample.widget) == "link" else 2 * 2 * (width + height) - corners
        if area < wanted:
            yield f"{sample.name}: {area} pixels of {wanted}"
        hold(sample.widget, State.NORMAL)


@pytest.mark.parametrize("look", list(Look))
def test_the_focus_can_be_seen_on_every_control(open_gallery, look):
    gallery = open_gallery(look)

    assert list(without_a_ring(gallery)) == []


def planted(resources, tmp_path, token, colour):
    """The styles with another colour of the light look."""
    styles = shutil.copytree(resources / "styles", tmp_path / "styles")
    tokens = styles / "tokens.toml"
    head, light, rest = tokens.read_text(encoding="utf-8").partition("[colours.light]")
    own = next(line for line in rest.splitlines() if line.startswith(f"{token} = "))
    tokens.write_text(head + light + rest.replace(own, f'{token} = "{colour}"', 1), encoding="utf-8")
    return styles


@pytest.mark.parametrize(
    ("token", "colour", "found"),
    [
        ("muted", "#8C8C8C", "muted-paper, normal: words"),
        ("line", "#CFCAC0", "secondary-paper, normal: edge"),
        ("hover", "#7A7A7A", "secondary-paper, hover: words"),
        ("accent-hover", "#5FA8A2", "choice-plain, checked-hover: words"),
        ("ink", "#767676", "calendar: '"),
    ],
)
def test_a_pale_colour_is_found(open_gallery, resources, tmp_path, token, colour, found):
    gallery = open_gallery(Look.LIGHT, planted(resources, tmp_path, token, colour))

    assert any(line.startswith(found) for line in all_too_pale(gallery))


def test_a_ring_that_cannot_be_seen_is_found(open_gallery, resources, tmp_path):
    gallery = open_gallery(Look.LIGHT, planted(resources, tmp_path, "ink", "#D8D4CC"))

    assert any(line.startswith("secondary-paper") for line in without_a_ring(gallery))
