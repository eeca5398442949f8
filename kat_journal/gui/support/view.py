"""The Support page: the same for everyone, open or locked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.support.contents import Contents
from kat_journal.gui.support.grounding import GroundingCard
from kat_journal.gui.support.help_page import HelpCard
from kat_journal.gui.support.numbers import NumbersCard
from kat_journal.gui.support.people import PeopleCard
from kat_journal.gui.support.rows import SideBySide
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import heading, muted

GROUNDING = "grounding"
"""The ``line`` of a place that means the grounding steps."""


class SupportView(PageView):
    """Own people first, then numbers, grounding, and when to get help.

    Signals:
        back_wanted: The place the person came from.
        country_chosen: Two-letter code.
        plan_wanted: The plan for hard hours.
        contact_given: Uid (empty for a new one), kind, name and number.
        contact_removed: Uid.
    """

    back_wanted = Signal()
    country_chosen = Signal(str)
    plan_wanted = Signal()
    contact_given = Signal(str, object, str, str)
    contact_removed = Signal(str)

    def __init__(self, place: Place, *, locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("support")
        self.setAccessibleName(self.tr("Support"))
        self._line = place.line
        self._dim = place.dim
        self.show_chrome = not place.dim
        self._found = not place.line
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._page = Page(self, name="support-page", wide=True)
        frame.addWidget(self._page)
        column = self._page.column
        self._back = link(self.tr("Back"), "support-back")
        self._back.clicked.connect(self.back_wanted)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading(self.tr("Support"), "support-heading"))
        words = self.tr(
            "Nobody is watching this page, and this program cannot ring anyone for you. It is the same for everyone."
        )
        column.addWidget(muted(words, "nobody-watches"))
        self._notice = Notice(self, name="support-notice")
        column.addWidget(self._notice)
        self._people = PeopleCard(self)
        self._numbers = NumbersCard(self)
        self._numbers.country_chosen.connect(self.country_chosen)
        if locked:
            self._people.hide()
            column.addWidget(self._numbers)
            column.addWidget(muted(self.tr("Your own people and your plan are in your journal."), "locked-words"))
        else:
            self._listen()
            column.addWidget(SideBySide(self._people, self._numbers, self))
        self._grounding = GroundingCard(self)
        self._help = HelpCard(place.line, self)
        column.addWidget(self._grounding)
        column.addWidget(self._help)
        column.addStretch(1)

    def show_contents(self, contents: Contents) -> None:
        """Show the whole page, and the line that the person was sent to."""
        self._notice.clear()
        self._people.show_contacts(contents.contacts)
        self._numbers.show_numbers(contents)
        self._grounding.show_steps(contents.steps)
        self._help.show_help(contents)
        tab_in_reading_order(self._page.column)
        if not self._found:
            self._found = True
            QTimer.singleShot(0, self, self._begin_at_line)

    def say(self, words: str) -> None:
        """Tell a screen reader what has been done."""
        announce(self, words)

    def show_problem(self, words: str) -> None:
        """Say what went wrong; the rest of the page stays."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page, at the line it was opened for."""
        return Place(PageName.SUPPORT, line=self._line, dim=self._dim)

    def draft(self) -> dict[str, str]:
        """See :meth:`PageView.draft`."""
        return self._people.draft()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """See :meth:`PageView.take_draft`."""
        self._people.take_draft(draft)

    def start_focus(self) -> None:
        """Begin at the line the person was sent to, or at the grounding steps, or at the top."""
        target: QWidget | None = self._back
        if self._line == GROUNDING:
            target = self._grounding.next
        elif self._line:
            target = self._help.marked or target
        if target is not None:
            self._page.column.activate()
            target.setFocus()
            self._page.bring_into_view(target)

    def _begin_at_line(self) -> None:
        """Begin anew, now that what the person was sent to is there."""
        self.start_focus()
        if self._line == GROUNDING:
            self._grounding.announce_step()

    def _listen(self) -> None:
        self._people.plan_wanted.connect(self.plan_wanted)
        self._people.given.connect(self.contact_given)
        self._people.removed.connect(self.contact_removed)
