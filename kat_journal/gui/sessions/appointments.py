"""The appointments: those ahead, and those that were, folded away; each is changed where it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.course import Appointment
from kat_journal.domain.ids import AppointmentId
from kat_journal.gui.dates import FIELD, to_field
from kat_journal.gui.sessions.words import appointment_words
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.emptying import empty
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When

AT_ONCE = 12
"""Of those that were, so many are shown at each asking."""


class AppointmentRow(QWidget):
    """An appointment, and ways to change it or to take it away.

    Signals:
        changed: Its id, day and time, whom with.
        removed: Its id.
        unfolded: Its fields are there now.
    """

    changed = Signal(int, QDateTime, str)
    removed = Signal(int)
    unfolded = Signal()

    def __init__(self, appointment: Appointment, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appointment = appointment
        self._zone = zone
        words = appointment_words(appointment)
        self._change = buttons.link(self.tr("Change"), f"change-appointment-{appointment.id}")
        remove = buttons.link(self.tr("Remove"), f"remove-appointment-{appointment.id}")
        for button in (self._change, remove):
            button.setAccessibleDescription(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row(texts.body(words), self._change, remove, gap=18))
        self._inside: _Inside | None = None
        self._change.clicked.connect(lambda: self.unfold().when.setFocus())
        remove.clicked.connect(lambda: self.removed.emit(appointment.id))

    def start_focus(self) -> None:
        """Put the focus on the way to change it."""
        self._change.setFocus()

    @property
    def id(self) -> AppointmentId:
        """Which one it is."""
        return self._appointment.id

    @property
    def inside(self) -> "_Inside | None":
        """The fields, while they are unfolded."""
        return self._inside

    def unfold(self) -> "_Inside":
        """Show the fields that change it, and give them."""
        if self._inside is None:
            self._inside = _Inside(self._appointment, self._zone)
            self._column.addWidget(self._inside)
            self._inside.show()
            self._inside.kept.connect(self._on_kept)
            self._inside.left.connect(self._fold)
            self.unfolded.emit()
        self._change.hide()
        return self._inside

    def _fold(self) -> None:
        inside, self._inside = self._inside, None
        self._change.show()
        self._change.setFocus()
        if inside is not None:
            inside.hide()
            inside.deleteLater()

    def _on_kept(self, when: QDateTime, who: str) -> None:
        self.changed.emit(self._appointment.id, when, who)


class _Inside(Fields):
    """Day, time and whom with."""

    kept = Signal(QDateTime, str)
    left = Signal()

    def __init__(self, appointment: Appointment, zone: str) -> None:
        super().__init__()
        name = f"appointment-{appointment.id}"
        self.when = When()
        self.when.setObjectName(f"{name}-when")
        self.when.setDisplayFormat(FIELD)
        unfold_calendar(self.when)
        self.when.setDateTime(to_field(appointment.at, zone))
        self.who = Line(name=f"{name}-who")
        self.who.setText(appointment.who)
        keep = buttons.primary(self.tr("Keep"), f"keep-{name}")
        leave = buttons.secondary(self.tr("Not now"), f"not-now-{name}")
        asked = self.tr("New day and time of the appointment")
        for button in (keep, leave):
            button.setAccessibleDescription(asked)
        self.column.addWidget(texts.field_label(asked, self.when))
        self.column.addWidget(self.when)
        self.column.addWidget(texts.field_label(self.tr("With whom?"), self.who))
        self.column.addWidget(self.who)
        self.column.addLayout(row(keep, leave))
        keep.clicked.connect(lambda: self.kept.emit(self.when.dateTime(), self.who.text().strip()))
        leave.clicked.connect(self.left)


class AppointmentList(QWidget):
    """Rows of appointments.

    Signals:
        changed: Its id, day and time, whom with.
        removed: Its id.
        filled: Other rows are there.
    """

    changed = Signal(int, QDateTime, str)
    removed = Signal(int)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier: list[Appointment] = []
        self._zone = "UTC"
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more = buttons.link(self.tr("Show earlier appointments"), "earlier-appointments")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addLayout(row(self._more))
        self._more.clicked.connect(self._show_more)
        self._count()

    def show_appointments(self, ahead: Sequence[Appointment], earlier: Sequence[Appointment], zone: str) -> None:
        """Show other ones: those ahead soonest first, and at request the others newest first."""
        empty(self._rows)
        self._zone = zone
        self._earlier = list(earlier)
        for appointment in ahead:
            self._add(appointment)
        self._count()

    def draft(self) -> dict[str, str]:
        """What stands half-typed, by the id of its appointment."""
        found = {}
        for line in self._lines():
            if line.inside is not None:
                when = line.inside.when.dateTime().toString(Qt.DateFormat.ISODate)
                found[str(line.id)] = f"{when} {line.inside.who.text()}"
        return found

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Unfold with what :meth:`draft` gave."""
        for line in self._lines():
            when, _, who = draft.get(str(line.id), "").partition(" ")
            at = QDateTime.fromString(when, Qt.DateFormat.ISODate)
            if at.isValid():
                inside = line.unfold()
                inside.when.setDateTime(at)
                inside.who.setText(who)

    def focus_on(self, appointment_id: int) -> bool:
        """Put the focus on that one; False where it is not shown."""
        found = [line for line in self._lines() if line.id == appointment_id]
        for line in found:
            line.start_focus()
        return bool(found)

    def _lines(self) -> list[AppointmentRow]:
        items = [self._rows.itemAt(place) for place in range(self._rows.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, AppointmentRow)]

    def _add(self, appointment: Appointment) -> AppointmentRow:
        line = AppointmentRow(appointment, self._zone)
        line.changed.connect(self.changed)
        line.removed.connect(self.removed)
        line.unfolded.connect(self.filled)
        self._rows.addWidget(line)
        return line

    def _show_more(self) -> None:
        shown, self._earlier = self._earlier[:AT_ONCE], self._earlier[AT_ONCE:]
        lines = [self._add(appointment) for appointment in shown]
        self._count()
        self.filled.emit()
        lines[0].start_focus()

    def _count(self) -> None:
        self._more.setVisible(bool(self._earlier))
