"""What the page of forms to take shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted, subheading
from kat_journal.services.shelf import OnShelf


class ShelfPage(PageView):
    """A card for each form.

    Signals:
        opened: Id of the form to open.
        back_asked: Back to where the person came from.
    """

    opened = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setAccessibleName(self.tr("More to fill in"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._page = Page(self, name="shelf-page", wide=True)
        frame.addWidget(self._page)
        column = self._page.column
        self._back = link(self.tr("Back"), "back")
        self._back.clicked.connect(self.back_asked)
        column.addLayout(row(self._back))
        column.addWidget(heading(self.tr("More to fill in"), "shelf-heading"))
        column.addWidget(muted(self.tr("For any day. Nobody asks for these, and none of them has to be whole.")))
        self._notice = Notice(self, name="shelf-notice")
        column.addWidget(self._notice)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        column.addLayout(self._cards)
        column.addStretch(1)

    def show_forms(self, forms: Sequence[OnShelf]) -> None:
        """Show the forms."""
        for form in forms:
            name = form.form_id.replace(":", "-").replace(".", "-")
            card = Card(self, name=f"shelf-{name}")
            card.column.addWidget(subheading(form.title))
            card.column.addWidget(muted(form.about))
            button = secondary(self.tr("Open"), f"open-{name}")
            button.setAccessibleName(self.tr("Open: {title}").format(title=form.title))
            button.setProperty("form_id", form.form_id)
            button.clicked.connect(self._on_clicked)
            card.column.addLayout(row(button))
            self._cards.addWidget(card)
        tab_in_reading_order(self._page.column)

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.SHELF)

    def start_focus(self) -> None:
        """Begin at the way back, above the forms."""
        self._back.setFocus()

    def _on_clicked(self) -> None:
        self.opened.emit(self.sender().property("form_id"))
