"""What one session's page shows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.ids import SessionId
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.sessions.date_form import DateForm
from kat_journal.gui.sessions.words import part_state, status, tr, when
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.listed import Listed
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.services.parts import Part, PartState


class SessionPage(PageView):
    """A session's day and status, its parts, and ways to move or cancel it.

    Signals:
        part_opened: A part to open.
        moved: Another day and time (QDateTime).
        held: It took place.
        cancelled: It did not happen.
        back_asked: Back to where the person came from.
    """

    part_opened = Signal(object)
    moved = Signal(QDateTime)
    held = Signal()
    cancelled = Signal()
    back_asked = Signal()

    def __init__(self, session_id: SessionId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session_id = session_id
        self._page = Page(name="session-page", wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._heading = texts.heading("", "session-title")
        self._when = texts.muted("", "session-status")
        self._notice = Notice(name="trouble")
        self._parts = QVBoxLayout()
        self.new_time = DateForm("move", self.tr("Change day or time"), self.tr("New day and time"))
        self._held = buttons.secondary(self.tr("It took place"), "hold-session")
        self._cancelled = buttons.secondary(self.tr("It did not happen"), "cancel-session")
        self._back = buttons.link(self.tr("Back"), "back")
        for widget in (self._heading, self._when, self._notice):
            self._page.column.addWidget(widget)
        self._page.column.addLayout(self._parts)
        self._page.column.addSpacing(16)
        self._page.column.addWidget(self.new_time)
        self._page.column.addLayout(row(self._held, self._cancelled, self._back))
        self._page.column.addStretch(1)
        self.new_time.given.connect(lambda when_, _: self.moved.emit(when_))
        self._held.clicked.connect(self.held)
        self._cancelled.clicked.connect(self.cancelled)
        self._back.clicked.connect(self.back_asked)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.SESSION, session_id=self._session_id)

    def start_focus(self) -> None:
        """Begin with the way to change the time; parts take the focus when they are there."""
        self.new_time.start_focus()

    def show_session(self, session: Session, title: str, today: date) -> None:
        """Show the session itself."""
        self._heading.setText(title)
        self.setAccessibleName(title)
        self._when.setText(f"{when(session)}. {status(session, today)}")
        self._held.setVisible(session.status is not SessionStatus.HELD)
        self._cancelled.setVisible(session.status is not SessionStatus.CANCELLED)

    def show_parts(self, parts: Sequence[Part], zone: str) -> None:
        """Show the parts in order."""
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._parts.addWidget(self._part(part, zone))
        tab_in_reading_order(self._page.column)

    def show_unread(self, words: str) -> None:
        """Say that the session could not be read; what would change it goes."""
        for widget in (self.new_time, self._held, self._cancelled):
            widget.hide()
        self._notice.show_text(words)
        self._back.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _part(self, part: Part, zone: str) -> Listed:
        name = part.form_id.partition(":")[2]
        button = None
        if part.state is not PartState.NOT_YET:
            button = buttons.secondary(_action(part), f"open-part-{name}")
            button.clicked.connect(lambda: self.part_opened.emit(part))
        return Listed(part.title, part_state(part, zone), button, name=f"part-{name}")


def _action(part: Part) -> str:
    if part.uid is None:
        return tr("Begin")
    return tr("Go on") if part.state is PartState.STARTED else tr("Read or change")
