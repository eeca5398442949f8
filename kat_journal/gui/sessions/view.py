"""What Sessions shows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.sessions.appointments import AppointmentList
from kat_journal.gui.sessions.begin_card import BeginCard
from kat_journal.gui.sessions.course_card import CourseCard
from kat_journal.gui.sessions.date_form import DateForm
from kat_journal.gui.sessions.drafts import gathered, part_of
from kat_journal.gui.sessions.listing import Listing
from kat_journal.gui.sessions.other_courses import OtherCourses
from kat_journal.gui.sessions.session_list import SessionList
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order


class SessionsPage(PageView):
    """Shows a course on a line and as a list, and the appointments; adds and changes them.

    Signals:
        opened: A session to open (its id).
        planned: A new session (QDateTime).
        appointed: A new appointment (QDateTime, with whom).
        appointment_changed: Another time or name (its id, QDateTime, with whom).
        appointment_removed: An appointment to take away (its id).
        undone: The appointment that was taken away is to come back.
        leaving: The page is about to be left, or locked.
        shaped: A new course's shape and first day; see :class:`BeginCard`.
        begun: A new course: name, clinic, route, days.
        course_changed: Course name, clinic, route, planned number (0 for none).
        course_chosen: Another course to show (its id).
    """

    opened = Signal(int)
    planned = Signal(QDateTime)
    appointed = Signal(QDateTime, str)
    appointment_changed = Signal(int, QDateTime, str)
    appointment_removed = Signal(int)
    undone = Signal()
    leaving = Signal()
    shaped = Signal(str, QDateTime)
    begun = Signal(str, str, str, object)
    course_changed = Signal(str, str, str, int)
    course_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(name="sessions-page", wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._notice = Notice(name="trouble")
        self.begin = BeginCard()
        self._course = CourseCard()
        self._nothing = texts.muted(
            self.tr("No session yet. Plan a whole course, or add one session by itself."), "no-session"
        )
        self._sessions = SessionList()
        self._appointments = AppointmentList()
        self._others = OtherCourses()
        self.new_session = DateForm("session", self.tr("Add a session"), self.tr("Day and time of the session"))
        self.new_appointment = DateForm(
            "appointment",
            self.tr("Add an appointment"),
            self.tr("Day and time of the appointment"),
            words=self.tr("With whom? You may leave this empty."),
        )
        self._needs_course = True
        self._fill_column()
        for part in (self.begin, self._course, self._nothing):
            part.hide()  # until it is known which of them is needed
        self._connect()

    def flush(self) -> None:
        """See :meth:`PageView.flush`."""
        self.leaving.emit()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.SESSIONS)

    def draft(self) -> dict[str, str]:
        """See :meth:`PageView.draft`."""
        found = {name: words for name, form in self._forms() if (words := form.draft())}
        course, begin, appointments = self._course.draft(), self.begin.draft(), self._appointments.draft()
        return found | gathered({"course": course, "begin": begin, "appointments": appointments})

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """See :meth:`PageView.take_draft`."""
        if course := part_of(draft, "course"):
            self._course.take_draft(course)
        if begin := part_of(draft, "begin"):
            self.ask_for_course()
            self.begin.take_draft(begin)
        self._appointments.take_draft(part_of(draft, "appointments"))
        for name, form in self._forms():
            if name in draft:
                form.take_draft(draft[name])

    def start_focus(self) -> None:
        """Begin at the top."""
        if self.begin.isHidden():
            self._course.start_focus()
        else:
            self.begin.start_focus()

    def offer_routes(self, routes: Iterable[tuple[str, str]]) -> None:
        """Offer ways of giving the medicine, as id and words."""
        ways = tuple(routes)
        self.begin.offer_routes(ways)
        self._course.offer_routes(ways)

    def show_listing(self, shown: Listing, now: datetime, zone: str) -> None:
        """Show everything afresh."""
        self._needs_course = shown.course is None
        self.begin.setVisible(self._needs_course or self.begin.is_unfolded)
        self._course.setVisible(shown.course is not None or bool(shown.sessions))
        self._course.show_course(shown.course, shown.about, shown.legend)
        self._course.line.set_marks(shown.marks, now, shown.ticks)
        self._nothing.setVisible(not shown.sessions)
        self._sessions.show_sessions(shown.ahead, shown.past)
        self._appointments.show_appointments(shown.appointments, shown.earlier, zone)
        self._others.show_courses(shown.others, another=shown.course is not None)
        self._in_order()

    def ask_for_course(self) -> None:
        """Unfold what begins a course."""
        self.begin.show()
        self._in_order()
        self.begin.unfold()

    def forget_begin(self) -> None:
        """The new course is kept: begin afresh another time."""
        self.begin.fold()
        self.begin.hide()
        self._course.show()
        self.start_focus()

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def show_taken_away(self) -> None:
        """Say that an appointment is gone, and offer to bring it back."""
        undo = buttons.secondary(self.tr("Undo"), "undo-remove")
        undo.clicked.connect(self.undone)
        self._notice.show_text(self.tr("The appointment is taken away."), [undo])
        self._in_order()
        undo.setFocus()

    def show_brought_back(self, appointment_id: int) -> None:
        """It is there again, and the notice goes."""
        self._notice.clear()
        self.focus_appointment(appointment_id)

    def focus_appointment(self, appointment_id: int) -> None:
        """Go on where an appointment stands, or where one is added."""
        if not self._appointments.focus_on(appointment_id):
            self.new_appointment.start_focus()

    def _forms(self) -> tuple[tuple[str, DateForm], ...]:
        return ("session", self.new_session), ("appointment", self.new_appointment)

    def _connect(self) -> None:
        self.new_session.given.connect(lambda when, _: self.planned.emit(when))
        self.new_appointment.given.connect(self.appointed)
        self.begin.shaped.connect(self.shaped)
        self.begin.kept.connect(self.begun)
        self.begin.left.connect(self._on_begin_left)
        self._course.changed.connect(self.course_changed)
        self._sessions.opened.connect(self.opened)
        self._appointments.changed.connect(self.appointment_changed)
        self._appointments.removed.connect(self.appointment_removed)
        self._others.chosen.connect(self.course_chosen)
        self._others.another.connect(self.ask_for_course)
        for part in (self._sessions, self._appointments, self.begin.days):
            part.filled.connect(self._in_order)

    def _on_begin_left(self) -> None:
        self.begin.setVisible(self._needs_course)
        self.start_focus()

    def _in_order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _fill_column(self) -> None:
        column = self._page.column
        about = self.tr(
            "With your therapist or the person who prescribes. A summary covers the time since the last one."
        )
        column.addWidget(texts.heading(self.tr("Sessions")))
        parts = (self._notice, self.begin, self._course, self._nothing, self.new_session, self._sessions)
        for widget in parts:
            column.addWidget(widget)
        column.addSpacing(16)
        column.addWidget(texts.subheading(self.tr("Appointments")))
        column.addWidget(texts.muted(about))
        column.addWidget(self._appointments)
        column.addWidget(self.new_appointment)
        column.addSpacing(16)
        column.addWidget(self._others)
        column.addStretch(1)
