"""What the page of house rules shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted, subheading
from kat_journal.services.house_rules import HouseRules


class HouseRulesPage(PageView):
    """Each rule with its title, all on one page.

    Signals:
        back_asked: Back to where the person came from.
    """

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("house-rules")
        self.setAccessibleName(self.tr("How this journal works"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="house-rules-page", wide=True)
        frame.addWidget(page)
        self._back = link(self.tr("Back"), "back")
        self._back.clicked.connect(self.back_asked)
        page.column.addLayout(row(self._back))
        self._heading = heading(self.tr("How this journal works"), "house-rules-heading")
        page.column.addWidget(self._heading)
        self._notice = Notice(self, name="house-rules-notice")
        page.column.addWidget(self._notice)
        self._about = muted("", "house-rules-about")
        page.column.addWidget(self._about)
        self._card = Card(self, name="house-rules-card")
        self._card.hide()
        page.column.addWidget(self._card)
        page.column.addStretch(1)

    def show_rules(self, rules: HouseRules) -> None:
        """Show the rules, and what stands above them."""
        self._heading.setText(rules.title)
        self._about.setText(rules.about)
        for rule in rules.rules:
            self._card.column.addWidget(subheading(rule.title, f"rule-{rule.id}"))
            self._card.column.addWidget(muted(rule.text, f"rule-{rule.id}-text"))
        self._card.show()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.HOUSE_RULES)

    def start_focus(self) -> None:
        """Begin at the way back; everything else is to be read."""
        self._back.setFocus()
