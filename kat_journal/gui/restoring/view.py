"""What the page for restoring shows: one step at a time."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.restoring.choosing import Choosing
from kat_journal.gui.restoring.ending import InPlace, Inside
from kat_journal.gui.restoring.opening import Opening
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import heading


class RestoringView(Page):
    """The four steps.

    Attributes:
        choosing: Which backup.
        opening: What it opens with.
        inside: What is in it.
        in_place: It is done.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="restoring-page", narrow=True)
        self.setAccessibleName(self.tr("Restore a backup"))
        self.choosing = Choosing(self)
        self.opening = Opening(self)
        self.inside = Inside(self)
        self.in_place = InPlace(self)
        self._steps = (self.choosing, self.opening, self.inside, self.in_place)
        self._notice = Notice(self, name="restoring-notice")
        self.column.addStretch(2)
        self.column.addWidget(heading(self.tr("Restore a backup"), "restoring-heading"))
        self.column.addWidget(self._notice)  # above the step, where it is seen while the focus is in a field
        for step in self._steps:
            self.column.addWidget(step)
            step.hide()
        self.column.addStretch(3)
        self._step: QWidget = self.choosing
        self.show_step(self.choosing)

    def show_step(self, step: QWidget) -> None:
        """Show one step and hide the others."""
        self._notice.clear()
        self._step = step
        for one in self._steps:
            one.setVisible(one is step)
        if step is not self.opening:
            self.opening.forget()
        tab_in_reading_order(self.column)
        self.start_focus()

    def start_focus(self) -> None:
        """Put the focus where the step begins."""
        for one in self._steps:
            if one is self._step:
                one.start_focus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong; the step stays."""
        self.opening.show_busy(False)
        self.inside.show_busy(False)
        self._notice.show_text(words)
        self.start_focus()

    def show_reading(self) -> None:
        """Say that the file is being read."""
        self._notice.show_text(self.tr("Reading the backup\u2026"))

    def clear_notice(self) -> None:
        """Say nothing any more."""
        self._notice.clear()

    def flush(self) -> None:
        """What was typed is not kept when the page goes."""
        self.opening.forget()
