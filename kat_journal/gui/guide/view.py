"""What the guide's page shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.theme import Theme
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.row import row


class GuidePage(PageView):
    """Our own guide. Its links lead nowhere: nothing opens by itself.

    Signals:
        back_asked: Back to where the person came from.
    """

    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The guide"))
        self._theme = theme
        self._back = buttons.link(self.tr("Back"), "back")
        self._text = QTextBrowser()
        self._text.setObjectName("guide")
        self._text.setAccessibleName(self.tr("The guide"))
        self._text.setProperty("kind", "preview")
        self._text.setOpenLinks(False)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        side = theme.px(28)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.addLayout(row(self._back))
        column.addWidget(self._text, 1)
        self._back.clicked.connect(self.back_asked)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.GUIDE)

    def start_focus(self) -> None:
        """Begin in the text, so that the arrow keys scroll it."""
        self._text.setFocus()

    def show_guide(self, html: str) -> None:
        """Show the guide in the present look."""
        ink, accent = self._theme.colour("ink").name(), self._theme.colour("accent").name()
        sizes = {name: self._theme.px(size) for name, size in (("h1", 30), ("h2", 21))}
        document = self._text.document()
        document.setDocumentMargin(self._theme.px(20))
        document.setDefaultStyleSheet(
            f"h1 {{ font-size: {sizes['h1']}px; font-weight: 400; color: {ink}; }}"
            f"h2 {{ font-size: {sizes['h2']}px; font-weight: 400; color: {ink}; }}"
            f"p, li, td, th {{ font-size: {self._theme.px(15)}px; color: {ink}; }}"
            f"td, th {{ padding: {self._theme.px(6)}px; text-align: left; }} a {{ color: {accent}; }}"
        )
        self._text.setHtml(html)

    def show_words(self, words: str) -> None:
        """Say why there is no guide."""
        self._text.setPlainText(words)
