"""What is shown where a form could not be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.failures import plain_words
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page


class UnopenedView(QWidget):
    """Says what went wrong, and leads back.

    Signals:
        went_back: The person goes back.
    """

    went_back = Signal()

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="unopened")
        frame.addWidget(page)
        notice = Notice(self, name="runner-notice")
        page.column.addWidget(notice)
        self._back = buttons.secondary(self.tr("Back"), "back", self)
        self._back.clicked.connect(self.went_back)
        notice.show_text(plain_words(error), [self._back])
        page.column.addStretch(1)

    def title(self) -> str:
        """Nothing more than the notice, which is heard as it comes."""
        return ""

    def start_focus(self) -> None:
        """Let Enter lead back."""
        self._back.setFocus()
