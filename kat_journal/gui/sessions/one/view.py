"""What one session's page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId, SessionId
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.sessions.date_form import DateForm
from kat_journal.gui.sessions.one.parts import SessionParts
from kat_journal.gui.sessions.one.times_form import TimesForm
from kat_journal.gui.sessions.words import from_to, status
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.services.parts import Part


@dataclass(frozen=True, slots=True)
class Shown:
    """A session, its number, its parts, and what it carried in."""

    session: Session
    number: int
    parts: tuple[Part, ...]
    intention: str


class SessionPage(PageView):
    """A session's day and status, its parts, and ways to move or cancel it.

    Signals:
        part_opened: A part to open.
        card_asked: The card for the person who will be there.
        moved: Another day and time (QDateTime).
        put_off: Its day is not known yet.
        timed: When it really began and ended (QDateTime, and QDateTime or None).
        held: It took place.
        cancelled: It did not happen.
        planned: It is planned after all.
        undone: The last change is to be taken back.
        back_asked: Back to where the person came from.
    """

    part_opened = Signal(object)
    card_asked = Signal()
    moved = Signal(QDateTime)
    put_off = Signal()
    timed = Signal(QDateTime, object)
    held = Signal()
    cancelled = Signal()
    planned = Signal()
    undone = Signal()
    back_asked = Signal()

    def __init__(self, session_id: SessionId, *, moving: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty page; ``moving`` begins with the new day, where the session can have one."""
        super().__init__(parent)
        self._session_id = session_id
        self._moving = moving
        self._page = Page(name="session-page", wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._heading = texts.heading("", "session-title")
        self._when = texts.muted("", "session-status")
        self._notice = Notice(name="trouble")
        self._carried = texts.small("", "carried-when")
        self._intention = texts.quote("", "carried")
        self._parts = SessionParts()
        keeps = self.tr("What you have answered keeps its day.")
        self.new_time = DateForm("move", self.tr("Change day or time"), self.tr("New day and time"), note=keeps)
        self.times = TimesForm()
        self._card = buttons.secondary(self.tr("Card for the person with you"), "sitter-card")
        self._unknown = buttons.secondary(self.tr("Day not known yet"), "put-off-session")
        self._held = buttons.secondary(self.tr("It took place"), "hold-session")
        self._cancelled = buttons.secondary("", "cancel-session")
        self._planned = buttons.secondary(self.tr("It is planned after all"), "plan-session")
        self._back = buttons.link(self.tr("Back"), "back")
        self._fill_column()
        for widget in (self._notice, self._carried, self._intention, *self._changes()):
            widget.hide()  # until it is known what there is to say and to change
        self._connect()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.SESSION, session_id=self._session_id)

    def start_focus(self) -> None:
        """Begin with the first part, or with the new day; with the way back until that is known."""
        if self._moving and not self.new_time.isHidden():
            self._moving = False
            self.new_time.unfold()
            self._page.column.activate()
            self._page.bring_into_view(self.new_time)
            return
        self._page.verticalScrollBar().setValue(0)
        (self._parts.first or self._back).setFocus()

    def show_session(self, shown: Shown, title: str, now: datetime) -> None:
        """Show the session itself, and what can be changed about it."""
        session = shown.session
        self._heading.setText(title)
        self.setAccessibleName(title)
        self._when.setText(f"{from_to(session)}. {status(session, now)}")
        self._show_carried(session, shown.intention)
        is_planned, is_held = session.status is SessionStatus.PLANNED, session.status is SessionStatus.HELD
        begun = session.start is not None and session.start <= now
        self._cancelled.setText(self.tr("It did not happen") if begun or is_held else self.tr("It is cancelled"))
        self._card.setVisible(is_planned)
        self.new_time.fold()  # whatever has been answered meanwhile, it was this question too
        self.new_time.setVisible(is_planned)
        self.times.setVisible(is_held)
        self._unknown.setVisible(is_planned and session.start is not None)
        self._held.setVisible(not is_held and begun)
        self._cancelled.setVisible(is_planned or is_held)
        self._planned.setVisible(session.status is SessionStatus.CANCELLED)

    def show_parts(self, parts: Sequence[Part], forms: Mapping[FormId, Form], zone: str, now: datetime) -> None:
        """Show the parts in order."""
        at_the_start = self._back.hasFocus()
        self._parts.show_parts(parts, forms, zone, now)
        self._in_order()
        if at_the_start:
            self.start_focus()

    def show_noted(self, words: str) -> None:
        """Say what was changed, and offer to take it back."""
        undo = buttons.secondary(self.tr("Undo"), "undo-change")
        undo.clicked.connect(self.undone)
        self._notice.show_text(words, [undo])
        self._in_order()
        undo.setFocus()

    def show_undone(self) -> None:
        """It is as it was."""
        self._notice.clear()
        self.start_focus()

    def show_unread(self, words: str) -> None:
        """Say that the session could not be read; nothing can be changed about it."""
        self._notice.show_text(words)
        self._back.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _show_carried(self, session: Session, intention: str) -> None:
        ahead = session.status is SessionStatus.PLANNED
        self._carried.setText(self.tr("You carry in") if ahead else self.tr("You carried in"))
        self._intention.setText(f"\u201c{intention}\u201d")
        for widget in (self._carried, self._intention):
            widget.setVisible(bool(intention))

    def _changes(self) -> tuple[QWidget, ...]:
        others = (self._unknown, self._held, self._cancelled, self._planned)
        return self.new_time, self.times, self._card, *others

    def _in_order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _fill_column(self) -> None:
        column = self._page.column
        for widget in (self._heading, self._when, self._notice, self._carried, self._intention):
            column.addWidget(widget)
        column.addWidget(self._parts)
        column.addLayout(row(self._card))
        column.addSpacing(16)
        column.addWidget(self.new_time)
        column.addWidget(self.times)
        column.addLayout(row(self._unknown, self._held, self._cancelled, self._planned))
        column.addLayout(row(self._back))
        column.addStretch(1)

    def _connect(self) -> None:
        self._parts.opened.connect(self.part_opened)
        self._card.clicked.connect(self.card_asked)
        self.new_time.given.connect(lambda when_, _: self.moved.emit(when_))
        self.times.given.connect(self.timed)
        self._unknown.clicked.connect(self.put_off)
        self._held.clicked.connect(self.held)
        self._cancelled.clicked.connect(self.cancelled)
        self._planned.clicked.connect(self.planned)
        self._back.clicked.connect(self.back_asked)
