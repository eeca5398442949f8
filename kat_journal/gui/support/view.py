"""The Support page: the same for everyone, open or locked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.support_card import ReadableCard
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.support.contents import Contents
from kat_journal.gui.support.grounding import GroundingCard
from kat_journal.gui.support.help_page import HelpCard
from kat_journal.gui.support.keeping import KeepingCard
from kat_journal.gui.support.numbers import NumbersCard
from kat_journal.gui.support.people import PeopleCard
from kat_journal.gui.support.readable import ReadableView
from kat_journal.gui.support.rows import SideBySide
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, secondary
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
        paper_wanted: A paper to print, by the ``line`` of its place.
        contact_given: Uid (empty for a new one), kind, name and number.
        contact_removed: Uid.
    """

    back_wanted = Signal()
    country_chosen = Signal(str)
    plan_wanted = Signal()
    paper_wanted = Signal(str)
    contact_given = Signal(str, object, str, str)
    contact_removed = Signal(str)

    def __init__(
        self, place: Place, *, locked: bool, card: ReadableCard | None = None, parent: QWidget | None = None
    ) -> None:
        """Make an empty page; ``card`` is what is readable while locked."""
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
        self._back = link(self.tr("Back"), "support-back")
        self._back.clicked.connect(self.back_wanted)
        self._notice = Notice(self, name="support-notice")
        self._add_opening()
        self.keeping: KeepingCard | None = None
        self._people = PeopleCard(self)
        self._numbers = NumbersCard(self)
        self._numbers.country_chosen.connect(self.country_chosen)
        if locked:
            self._add_locked(card)
        else:
            self._listen()
            self._page.column.addWidget(SideBySide(self._people, self._numbers, self))
        self._grounding = GroundingCard(self)
        self._help = HelpCard(place.line, self)
        self._page.column.addWidget(self._grounding)
        self._page.column.addWidget(self._help)
        if not locked:
            self._add_keeping()
        self._page.column.addStretch(1)

    def show_contents(self, contents: Contents) -> None:
        """Show the whole page, and the line that the person was sent to."""
        self._notice.clear()
        self._people.show_contacts(contents.contacts)
        self._numbers.show_numbers(contents)
        self._grounding.show_steps(contents.steps)
        self._help.show_help(contents)
        self._order()
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

    def _add_opening(self) -> None:
        words = self.tr(
            "Nobody is watching this page, and this program cannot ring anyone for you. It is the same for everyone."
        )
        column = self._page.column
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading(self.tr("Support"), "support-heading"))
        column.addWidget(muted(words, "nobody-watches"))
        column.addWidget(self._notice)

    def _add_locked(self, card: ReadableCard | None) -> None:
        """The person's own people first, where they chose to keep them readable."""
        column = self._page.column
        self._people.hide()
        words = self.tr("Your own people and your plan are in your journal.")
        if card is not None:
            column.addWidget(ReadableView(card, self))
            words = self.tr("Everything else of yours is in your journal.")
        column.addWidget(self._numbers)
        column.addWidget(muted(words, "locked-words"))

    def _add_keeping(self) -> None:
        self.keeping = KeepingCard(self)
        self.keeping.changed_shape.connect(self._order)
        self.keeping.look_wanted.connect(self._on_look_wanted)
        self._page.column.addWidget(self.keeping)

    def _on_look_wanted(self, wanted: bool) -> None:
        """The card stands far down: what it has to say is said here too."""
        if wanted and self.keeping is not None:
            look = secondary(self.tr("Look at it"), "readable-look")
            look.clicked.connect(self.keeping.begin)
            words = self.tr("What stays readable while your journal is locked is not as it was chosen.")
            self._notice.show_text(words, (look,))
            self._order()

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _listen(self) -> None:
        self._people.plan_wanted.connect(self.plan_wanted)
        self._people.paper_wanted.connect(self.paper_wanted)
        self._people.given.connect(self.contact_given)
        self._people.removed.connect(self.contact_removed)
