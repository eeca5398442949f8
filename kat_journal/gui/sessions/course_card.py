"""The course: its name, clinic, route and planned number of sessions, shown and changed in place."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.course import Course
from kat_journal.gui.sessions.course_fields import CourseFields
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import Number
from kat_journal.gui.widgets.timeline import Timeline

MOST_SESSIONS = 200


class CourseCard(Card):
    """Shows the course in two lines and on a line to time scale, and unfolds to change it.

    Signals:
        changed: Name, clinic, route, planned number (0 where it is not known).
    """

    changed = Signal(str, str, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="course")
        self._title = texts.subheading("", "course-title")
        self._about = texts.muted("", "course-about")
        self.line = Timeline()
        self._legend = texts.small("", "line-legend")
        self._edit = buttons.link(self.tr("Change name or clinic"), "edit-course")
        self.fields = CourseFields("course")
        self.number = Number()
        self.number.setObjectName("course-number")
        self.number.setAccessibleName(self.tr("How many sessions are planned"))
        self.number.setRange(0, MOST_SESSIONS)
        self.number.setSpecialValueText(self.tr("Not known"))
        self._inside = self._make_inside()
        for widget in (self._title, self._about, self.line, self._legend):
            self.column.addWidget(widget)
        self.column.addLayout(row(self._edit))
        self.column.addWidget(self._inside)
        self._edit.clicked.connect(lambda: self._unfold(True))
        self._unfold(False)

    def start_focus(self) -> None:
        """Begin with the way to change it."""
        self._edit.setFocus()

    def offer_routes(self, routes: Iterable[tuple[str, str]]) -> None:
        """See :meth:`CourseFields.offer_routes`."""
        self.fields.offer_routes(routes)

    def show_course(self, course: Course | None, about: str, legend: str) -> None:
        """Show a course; None is for sessions that belong to none yet.

        Args:
            course: Whose name and clinic to show.
            about: What there is to say of its sessions.
            legend: What the marks on the line mean.
        """
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and self._inside.isAncestorOf(focused)
        self._unfold(False)
        nameless = self.tr("Your course") if course is not None else self.tr("Your sessions")
        self._title.setText((course.name if course is not None else "") or nameless)
        self._about.setText(". ".join(part for part in (course.clinic if course else "", about) if part))
        self._about.setVisible(bool(self._about.text()))
        self._legend.setText(legend)
        for widget in (self.line, self._legend):
            widget.setVisible(bool(legend))
        self._edit.setVisible(course is not None)
        if course is not None:
            self.fields.fill(course.name, course.clinic, course.route)
            self.number.setValue(course.planned_sessions or 0)
        if had_focus:
            self.start_focus()

    def draft(self) -> dict[str, str]:
        """What stands half-typed; empty where nothing is unfolded."""
        return {} if self._inside.isHidden() else {**self.fields.draft(), "number": str(self.number.value())}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Unfold with what :meth:`draft` gave."""
        self._unfold(True)
        self.fields.take_draft(draft)
        number = draft.get("number", "")
        self.number.setValue(int(number[:4]) if number.isdecimal() else 0)

    def _make_inside(self) -> QWidget:
        inside = Fields()
        inside.column.addWidget(self.fields)
        inside.column.addWidget(texts.field_label(self.tr("How many sessions are planned?"), self.number))
        inside.column.addWidget(self.number)
        keep = buttons.primary(self.tr("Keep"), "keep-course")
        leave = buttons.secondary(self.tr("Not now"), "not-now-course")
        for button in (keep, leave):
            button.setAccessibleDescription(self._edit.text())
        inside.column.addLayout(row(keep, leave))
        keep.clicked.connect(lambda: self.changed.emit(*self.fields.given(), self.number.value()))
        leave.clicked.connect(self._on_not_now)
        return inside

    def _unfold(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self._edit.setVisible(not unfolded)
        if unfolded:
            self.fields.name.setFocus()

    def _on_not_now(self) -> None:
        self._unfold(False)
        self.start_focus()
