"""The course: its name, clinic and planned number of sessions, shown and changed in place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.course import Course
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import Number

MOST_SESSIONS = 200


class CourseCard(Card):
    """Shows the course in one line, and unfolds to change it.

    Signals:
        changed: Name, clinic, planned number (0 where it is not known).
    """

    changed = Signal(str, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="course")
        self._title = texts.subheading("", "course-title")
        self._about = texts.muted("", "course-about")
        self._edit = buttons.secondary("", "edit-course")
        self.name = Line(name="course-name", accessible=self.tr("Name of the course"))
        self.clinic = Line(name="course-clinic", accessible=self.tr("Clinic"))
        self.number = Number()
        self.number.setObjectName("course-number")
        self.number.setAccessibleName(self.tr("How many sessions are planned"))
        self.number.setRange(0, MOST_SESSIONS)
        self.number.setSpecialValueText(self.tr("Not known"))
        self._inside = self._fields()
        self.column.addWidget(self._title)
        self.column.addWidget(self._about)
        self.column.addLayout(row(self._edit))
        self.column.addWidget(self._inside)
        self._edit.clicked.connect(lambda: self._unfold(True))
        self.show_course(None)

    def start_focus(self) -> None:
        """Begin with the way to change it."""
        self._edit.setFocus()

    def show_course(self, course: Course | None) -> None:
        """Show a course, or that there is none yet."""
        self._unfold(False)
        if course is None:
            self._title.setText(self.tr("Your course"))
            self._about.setText(self.tr("One series of sessions: a name and your clinic, if you like to note them."))
            self._edit.setText(self.tr("Note a course"))
            return
        self.name.setText(course.name)
        self.clinic.setText(course.clinic)
        self.number.setValue(course.planned_sessions or 0)
        planned = self.tr("{0} sessions planned").format(course.planned_sessions) if course.planned_sessions else ""
        self._title.setText(course.name or self.tr("Your course"))
        self._about.setText(". ".join(part for part in (course.clinic, planned) if part))
        self._about.setVisible(bool(course.clinic or planned))
        self._edit.setText(self.tr("Change"))

    def draft(self) -> dict[str, str]:
        """What stands half-typed; empty where nothing is unfolded."""
        if self._inside.isHidden():
            return {}
        return {"name": self.name.text(), "clinic": self.clinic.text(), "number": str(self.number.value())}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Unfold with what :meth:`draft` gave."""
        self._unfold(True)
        self.name.setText(draft.get("name", ""))
        self.clinic.setText(draft.get("clinic", ""))
        number = draft.get("number", "")
        self.number.setValue(int(number[:4]) if number.isdecimal() else 0)

    def _fields(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for label, field in (
            (self.tr("What do you call it?"), self.name),
            (self.tr("Clinic"), self.clinic),
            (self.tr("How many sessions are planned?"), self.number),
        ):
            column.addWidget(texts.field_label(label, field))
            column.addWidget(field)
        keep = buttons.primary(self.tr("Keep"), "keep-course")
        leave = buttons.secondary(self.tr("Not now"), "not-now-course")
        column.addLayout(row(keep, leave))
        keep.clicked.connect(self._give)
        leave.clicked.connect(self._on_not_now)
        return inside

    def _unfold(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self._edit.setVisible(not unfolded)
        if unfolded:
            self.name.setFocus()

    def _on_not_now(self) -> None:
        self._unfold(False)
        self.start_focus()

    def _give(self) -> None:
        self.changed.emit(self.name.text().strip(), self.clinic.text().strip(), self.number.value())
