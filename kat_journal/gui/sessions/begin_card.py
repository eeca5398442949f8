"""Beginning a course: a shape, a first day, and the days that follow from them, to be changed before they are kept."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.shapes import Shape
from kat_journal.gui.dates import FIELD
from kat_journal.gui.sessions.course_fields import CourseFields
from kat_journal.gui.sessions.days import Days
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When


class BeginCard(Card):
    """Folded it says what it is for. Unfolded it asks for a shape, and then shows the days.

    Signals:
        shaped: Shape and first day and time (str, QDateTime); :meth:`show_days` is the answer.
        kept: Name, clinic, route, and the days (list of QDateTime).
        left: The person would rather not; nothing is kept.
    """

    shaped = Signal(str, QDateTime)
    kept = Signal(str, str, str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="begin")
        self._about = texts.muted("", "begin-about")
        self._begin = buttons.primary(self.tr("Plan your sessions"), "begin-course")
        self.shape = Choices("shape", self.tr("How are they spaced?"), self._shapes())
        self.first = When()
        self.first.setObjectName("first-day")
        self.first.setDisplayFormat(FIELD)
        unfold_calendar(self.first)
        self.fields = CourseFields("begin")
        self._asking = self._make_asking()
        self.days = Days()
        self._proposal = self._make_proposal()
        self.column.addWidget(texts.subheading(self.tr("Your course")))
        for widget in (self._about, self._asking, self._proposal):
            self.column.addWidget(widget)
        self.column.addLayout(row(self._begin))
        self._begin.clicked.connect(self.unfold)
        self.fold()

    def start_focus(self) -> None:
        """Begin with the one button."""
        self._begin.setFocus()

    def suggest(self, when: QDateTime) -> None:
        """Begin with this day and time."""
        self.first.setDateTime(when)

    def offer_routes(self, routes: Iterable[tuple[str, str]]) -> None:
        """See :meth:`CourseFields.offer_routes`."""
        self.fields.offer_routes(routes)

    def fold(self) -> None:
        """Only say what it is for."""
        self.shape.set_key(Shape.SIX_IN_THREE_WEEKS)
        self.fields.fill("", "", "")
        self._show(self._begin)
        self._about.setText(
            self.tr("One series of sessions. Begin with a common shape, or add the days one by one as you learn them.")
        )

    def unfold(self) -> None:
        """Ask for shape and first day."""
        self._show(self._asking)
        self._about.setText(self.tr("A shape is only a start. You see every day before anything is kept."))
        self.shape.focus_first()

    def show_days(self, days: Sequence[QDateTime]) -> None:
        """Show the days that a shape gives."""
        self.days.show_days(days)
        self._show(self._proposal)
        self._about.setText(self.tr("Your clinic\u2019s dates win. Change any of them."))
        self.days.start_focus()

    @property
    def is_unfolded(self) -> bool:
        """Whether the person is at it."""
        return self._begin.isHidden()

    def draft(self) -> dict[str, str]:
        """What stands half-done; empty while it is folded."""
        if not self.is_unfolded:
            return {}
        days = [] if self._proposal.isHidden() else self.days.days()
        return {
            "shape": self.shape.key(),
            "first": self.first.dateTime().toString(Qt.DateFormat.ISODate),
            "days": " ".join(day.toString(Qt.DateFormat.ISODate) for day in days),
            **self.fields.draft(),
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Unfold with what :meth:`draft` gave."""
        self.unfold()
        self.shape.set_key(draft.get("shape", ""))
        first = QDateTime.fromString(draft.get("first", ""), Qt.DateFormat.ISODate)
        if first.isValid():
            self.first.setDateTime(first)
        self.fields.take_draft(draft)
        days = [QDateTime.fromString(day, Qt.DateFormat.ISODate) for day in draft.get("days", "").split()]
        if days:
            self.show_days([day for day in days if day.isValid()])

    def _shapes(self) -> list[tuple[str, str]]:
        return [
            (Shape.SIX_IN_THREE_WEEKS, self.tr("Six in three weeks")),
            (Shape.TWICE_WEEKLY_THEN_WEEKLY, self.tr("Twice a week, then once a week")),
            (Shape.WEEKLY_AT_HOME, self.tr("Once a week, at home")),
            (Shape.FREE, self.tr("I add them myself")),
        ]

    def _make_asking(self) -> QWidget:
        asking = Fields()
        show = buttons.primary(self.tr("Show the days"), "show-days")
        leave = buttons.secondary(self.tr("Not now"), "not-now-begin")
        leave.setAccessibleDescription(self.tr("Plan your sessions"))
        asking.column.addWidget(texts.field_label(self.tr("How are they spaced?"), self.shape))
        asking.column.addWidget(self.shape)
        asking.column.addWidget(texts.field_label(self.tr("First day and time"), self.first))
        asking.column.addWidget(self.first)
        asking.column.addWidget(texts.muted(self.tr("If you like, note the rest too. It can wait.")))
        asking.column.addWidget(self.fields)
        asking.column.addLayout(row(show, leave))
        show.clicked.connect(lambda: self.shaped.emit(self.shape.key(), self.first.dateTime()))
        leave.clicked.connect(self._on_leave)
        return asking

    def _make_proposal(self) -> QWidget:
        proposal = Fields()
        keep = buttons.primary(self.tr("Keep these"), "keep-days")
        back = buttons.secondary(self.tr("Another shape"), "other-shape")
        leave = buttons.secondary(self.tr("Not now"), "not-now-days")
        proposal.column.addWidget(self.days)
        proposal.column.addLayout(row(keep, back, leave))
        keep.clicked.connect(lambda: self.kept.emit(*self.fields.given(), self.days.days()))
        back.clicked.connect(self.unfold)
        leave.clicked.connect(self._on_leave)
        return proposal

    def _on_leave(self) -> None:
        self.fold()
        self.left.emit()

    def _show(self, shown: QWidget) -> None:
        for widget in (self._begin, self._asking, self._proposal):
            widget.setVisible(widget is shown)
