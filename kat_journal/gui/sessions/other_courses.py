"""The courses that are not shown, by name, and the way to begin another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.sessions.listing import OtherCourse
from kat_journal.gui.sessions.rows import CourseRow
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.emptying import empty
from kat_journal.gui.widgets.row import row


class OtherCourses(QWidget):
    """Rows of courses; nothing where there is no course at all.

    Signals:
        chosen: A course to show (its id).
        another: A new course, please.
    """

    chosen = Signal(int)
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = texts.subheading(self.tr("Other courses"))
        self._rows = QVBoxLayout()
        another = buttons.secondary(self.tr("Begin another course"), "another-course")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addLayout(row(another))
        another.clicked.connect(self.another)
        self.hide()

    def show_courses(self, courses: Sequence[OtherCourse], *, another: bool) -> None:
        """Show their names, newest first."""
        empty(self._rows)
        for course in courses:
            line = CourseRow(course.id, course.title, course.about)
            line.chosen.connect(self.chosen)
            self._rows.addWidget(line)
        self._title.setVisible(bool(courses))
        self.setVisible(another)
