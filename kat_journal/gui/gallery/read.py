"""Everything that is only read: words, boxes, notices, and what is drawn."""

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from kat_journal.gui.gallery.samples import Shelf
from kat_journal.gui.gallery.states import READ_AT, State
from kat_journal.gui.widgets import texts
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Variant
from kat_journal.gui.widgets.chart import Chart
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.listed import Listed
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.plot import Dot, Label, Plot
from kat_journal.gui.widgets.saved import SavedLabel, SaveState
from kat_journal.gui.widgets.table import Cell, Cells, Table
from kat_journal.gui.widgets.timeline import Mark, MarkKind, Timeline

_NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
_READ_AND_FOCUSED = (State.NORMAL, State.FOCUS)


def show(shelf: Shelf) -> None:
    """Put them on the shelf."""
    kinds = (texts.heading, texts.subheading, texts.body, texts.muted, texts.small, texts.quote)
    words = [(kind.__name__, partial(kind, "The day after your third session"), READ_AT) for kind in kinds]
    shelf.show("Words", (*words, ("saved", _saved, READ_AT)))
    shelf.show_alone("Field and its label", "fields", _fields())
    shelf.show_alone("One of a list", "listed", Listed("A walk", "Last done this morning", secondary("Open")))
    for variant in (Variant.WARM, Variant.ALERT, Variant.PLAIN):
        shelf.show_alone(f"Notice, {variant}", f"notice-{variant}", _notice(variant))
    shelf.show_alone("Sessions", "timeline", _timeline())
    shelf.show_alone("Chart", "chart", _chart(), _READ_AND_FOCUSED)
    shelf.show_alone("Table", "table", _table(), _READ_AND_FOCUSED)


def _saved(name: str) -> QWidget:
    label = SavedLabel(name=name)
    label.show_state(SaveState.NOT_SAVED)
    return label


def _fields() -> Fields:
    fields = Fields()
    line = Line(name="name")
    fields.column.addWidget(texts.field_label("What should it be called?", line))
    fields.column.addWidget(line)
    return fields


def _notice(variant: Variant) -> Notice:
    notice = Notice(variant=variant, name=f"notice-{variant}")
    notice.show_text("This could not be saved. Nothing was lost. Try once more.", [secondary("Try again")])
    return notice


def _timeline() -> Timeline:
    line = Timeline(name="gallery-timeline")
    kinds = (MarkKind.HELD, MarkKind.HELD, MarkKind.APPOINTMENT, MarkKind.CANCELLED, MarkKind.PLANNED)
    days = zip((-20, -17, 1, 4, 8), kinds, strict=True)
    marks = [Mark(_NOW + timedelta(days=day), f"{(_NOW + timedelta(days=day)):%d.%m.}", kind) for day, kind in days]
    line.set_marks(marks, _NOW)
    return line


def _chart() -> Chart:
    chart = Chart("gallery-chart", "Mood")
    dots = (Dot(0, 3), Dot(4, 5, joined=True), Dot(9, 4, hollow=True), Dot(12, None), Dot(20, 8))
    marks = (Label(2, "3 Nov"), Label(15, "22 Nov"))
    chart.show_plot(Plot(21, 0, 10, "low", "high", dots, marks, (Label(0, "Nov"),)), "Five places")
    return chart


def _table() -> Table:
    table = Table("gallery-table", "Side effects by session")
    rows = [[Cell("2"), Cell("-", "not asked")], [Cell("3"), Cell("1")]]
    table.show_cells(Cells(["3 Nov", "22 Nov"], rows, ["Headache", "Dizzy"]))
    return table
