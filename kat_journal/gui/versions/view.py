"""What the page of earlier versions shows."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.gui.dates import long_day
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.versions.question import QuestionPart
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.services.versions import History


class VersionsView(PageView):
    """Shows a :class:`History`.

    Signals:
        bring_back_asked: Id of a version to make the present words again.
        back_asked: Back to where the person came from.
    """

    bring_back_asked = Signal(int)
    back_asked = Signal()

    def __init__(self, uid: Uid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAccessibleName(self.tr("Earlier versions"))
        self._uid = uid
        self._page = Page(self, name="versions-page")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._about = muted("", "versions-about")
        self._about.hide()
        self._notice = Notice(self, name="versions-notice")
        self._empty = muted(
            self.tr(
                "There are no earlier words of this page yet. An earlier text is kept when half of it or more is "
                "taken away, and when you go on writing after ten minutes."
            ),
            "versions-empty",
        )
        self._empty.hide()
        self._questions = QVBoxLayout()
        self._back = link(self.tr("Back"), "back")
        self._back.clicked.connect(self.back_asked)
        column = self._page.column
        column.addWidget(heading(self.tr("Earlier versions"), "versions-heading"))
        column.addWidget(self._about)
        column.addLayout(row(self._back))
        column.addWidget(self._notice)
        column.addWidget(self._empty)
        column.addLayout(self._questions)
        column.addStretch(1)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.VERSIONS, response_uid=self._uid)

    def start_focus(self) -> None:
        """Begin at the way back: nothing here should happen by a key too many."""
        self._back.setFocus()

    def show_history(self, history: History, zone: str, today: date) -> None:
        """Show a page's questions with their versions."""
        self._about.setText(f"{history.title}, {long_day(history.day)}")
        self._about.show()
        while (item := self._questions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for question in history.questions:
            part = QuestionPart(question, zone, today, self)
            part.bring_back_asked.connect(self.bring_back_asked)
            part.grown.connect(self._order)
            self._questions.addWidget(part)
            part.show()  # at once, not with the next turn of the loop: the focus may be wanted there
        self._empty.setVisible(not history.questions)
        self._order()

    def show_missing(self) -> None:
        """Say that there is no such page to look back on."""
        self.show_problem(self.tr("This page is in the bin, or was deleted for good."))

    def say_back(self, undo: int | None) -> None:
        """Say what came back, and offer the words that stood there, where there were any."""
        if undo is None:
            self._notice.show_text(self.tr("These words are back."))
            self._back.setFocus()
            return
        button = secondary(self.tr("Undo"), "undo")
        button.setProperty("version", undo)
        button.clicked.connect(self._on_undo)
        words = self.tr("These words are back. What stood there is kept below as an earlier version.")
        self._notice.show_text(words, (button,))
        self._order()
        button.setFocus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _on_undo(self) -> None:
        self.bring_back_asked.emit(self.sender().property("version"))

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)
