"""One session, and one other course, as rows."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import CourseId, SessionId
from kat_journal.gui.sessions.words import tr
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.listed import Listed


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session, in words.

    Attributes:
        year: The year it belongs to; None for one whose day is not known.
    """

    id: SessionId
    title: str
    about: str
    year: int | None


class SessionRow(Listed):
    """A session with its number, day and status.

    Signals:
        opened: Its id.
    """

    opened = Signal(int)

    def __init__(self, line: SessionLine, parent: QWidget | None = None) -> None:
        button = buttons.secondary(tr("Open"), f"open-session-{line.id}")
        super().__init__(line.title, line.about, button, parent, name=f"session-{line.id}")
        button.clicked.connect(lambda: self.opened.emit(line.id))


class CourseRow(Listed):
    """A course that is not the one shown.

    Signals:
        chosen: Its id.
    """

    chosen = Signal(int)

    def __init__(self, course_id: CourseId, title: str, about: str, parent: QWidget | None = None) -> None:
        show = buttons.secondary(tr("Show"), f"show-course-{course_id}")
        super().__init__(title, about, show, parent, name=f"course-{course_id}")
        show.clicked.connect(lambda: self.chosen.emit(course_id))
