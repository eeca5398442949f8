"""Everything that is written in or set."""

from datetime import date

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QCalendarWidget, QWidget

from kat_journal.gui.gallery.samples import Shelf
from kat_journal.gui.gallery.states import SET_AT, WRITTEN_AT
from kat_journal.gui.widgets.calendar import calm, fit, unfold_calendar
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import Line, PassphraseField
from kat_journal.gui.widgets.stepping import Day, Number, When
from kat_journal.gui.widgets.words import Words

_DAY = date(2026, 11, 22)


def show(shelf: Shelf) -> None:
    """Put them on the shelf."""
    fields = (("line", _line, WRITTEN_AT), ("passphrase", _passphrase, WRITTEN_AT), ("words", _words, WRITTEN_AT))
    shelf.show("Fields", fields)
    shelf.show_alone("What the keyboard does", "keyboard", _watched())
    numbers = (("number", _number, SET_AT), ("day", _day, SET_AT), ("when", _when, SET_AT))
    shelf.show("Set", (*numbers, ("chooser", _chooser, SET_AT)))
    shelf.show_alone("Calendar", "calendar", _calendar())


def _line(name: str) -> QWidget:
    field = Line(name=name, accessible="A line", placeholder="Anything to add?")
    field.setText("The river again")
    return field


def _passphrase(name: str) -> QWidget:
    field = PassphraseField(name=name, accessible="A passphrase", placeholder="Passphrase")
    field.setText("four plain words")
    return field


def _watched() -> QWidget:
    """A field with the line that speaks of the keyboard; that one is seen only while Caps Lock is on."""
    fields = Fields()
    field = PassphraseField(name="watched", accessible="A passphrase")
    fields.column.addWidget(field)
    line = KeyboardLine(field, fields)
    fields.column.addWidget(line)
    field.caps_lock_seen.emit(True)
    return fields


def _words(name: str) -> QWidget:
    field = Words(name=name, accessible="Words", placeholder="Write here", grows=True)
    field.set_words("The river. I was in it.")
    return field


def _number(name: str) -> QWidget:
    field = Number()
    field.setObjectName(name)
    field.setValue(5)
    return field


def _day(name: str) -> Day:
    field = Day(QDate(_DAY.year, _DAY.month, _DAY.day))
    field.setObjectName(name)
    unfold_calendar(field)
    return field


def _when(name: str) -> QWidget:
    field = When(QDateTime(QDate(_DAY.year, _DAY.month, _DAY.day), QTime(9, 30)))
    field.setObjectName(name)
    return field


def _calendar() -> QCalendarWidget:
    calendar = QCalendarWidget()
    calm(calendar)
    fit(calendar, calendar.fontMetrics())
    calendar.setSelectedDate(QDate(_DAY.year, _DAY.month, _DAY.day))
    return calendar


def _chooser(name: str) -> QWidget:
    field = Chooser(name, "A list")
    field.addItems(["Clinic", "At home"])
    return field
