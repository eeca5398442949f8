"""What the page for passphrase and recovery kit shows: two cards, or the sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kat_journal.gui.keys.change_card import ChangeCard
from kat_journal.gui.keys.kit_card import KitCard
from kat_journal.gui.keys.sheet_page import SheetPage
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading


class KeysView(PageView):
    """Shows what opens the journal.

    Signals:
        back_asked: Back to where the person came from.
    """

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(self.tr("Passphrase and recovery kit"))
        self.change = ChangeCard()
        self.kit = KitCard()
        self._sheet: SheetPage | None = None
        self._notice = Notice(name="keys-notice")
        self._back = link(self.tr("Back"), "back")
        self._back.clicked.connect(self.back_asked)
        self._page = Page(name="keys-page", wide=True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._page)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._pages)
        column = self._page.column
        column.addWidget(heading(self.tr("Passphrase and recovery kit"), "keys-heading"))
        for part in (self._notice, self.kit, self.change):
            column.addWidget(part)
        column.addLayout(row(self._back))
        column.addStretch(1)
        for card in (self.kit, self.change):
            card.changed_shape.connect(self._order)
        self._order()

    def place(self) -> Place:
        """This page; of a code that it shows nothing is kept."""
        return Place(PageName.KEYS)

    def start_focus(self) -> None:
        """Begin with the first button."""
        if self._sheet is not None:
            self._sheet.start_focus()
        else:
            self.kit.start_focus()

    def show_sheet(self, sheet: SheetPage) -> None:
        """Show the sheet in place of the cards."""
        self._sheet = sheet
        self._pages.addWidget(sheet)
        self._pages.setCurrentWidget(sheet)
        sheet.start_focus()

    def clear_sheet(self) -> None:
        """Show the cards again; the code goes from the screen."""
        sheet, self._sheet = self._sheet, None
        self.kit.fold()
        self._pages.setCurrentWidget(self._page)
        if sheet is not None:
            self._pages.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self.start_focus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)
