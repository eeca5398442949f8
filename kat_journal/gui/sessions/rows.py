"""One session and one appointment, as rows."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Appointment, Session
from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import clock_time, long_day
from kat_journal.gui.sessions.words import status, tr, when
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.listed import Listed
from kat_journal.gui.widgets.row import row


class SessionRow(Listed):
    """A session with its number, day and status.

    Signals:
        opened: Its id.
    """

    opened = Signal(int)

    def __init__(
        self, session: Session, number: int, messages: Messages, today: date, parent: QWidget | None = None
    ) -> None:
        button = buttons.secondary(tr("Open"), f"open-session-{session.id}")
        title = tr("Your {ordinal} session").format(ordinal=messages.ordinal(number)) if number else tr("A session")
        about = f"{when(session)}. {status(session, today)}"
        super().__init__(title, about, button, parent, name=f"session-{session.id}")
        button.clicked.connect(lambda: self.opened.emit(session.id))


class AppointmentRow(QWidget):
    """An appointment, and a way to take it away.

    Signals:
        removed: Its id.
    """

    removed = Signal(int)

    def __init__(self, appointment: Appointment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        day = local_day(appointment.at, appointment.zone)
        words = f"{long_day(day)} {day.year}, {clock_time(appointment.at, appointment.zone)}"
        words = f"{words}  {appointment.who}" if appointment.who else words
        button = buttons.link(self.tr("Remove"), f"remove-appointment-{appointment.id}")
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.removed.emit(appointment.id))
        line = row(texts.body(words), button, gap=18)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
