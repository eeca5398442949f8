"""The page of a paper: what will be printed, what the person may add, and the ways to take it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.papers.paper import Paper
from kat_journal.gui.papers.preview import Preview
from kat_journal.gui.widgets.buttons import link, primary, secondary, toggle
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, heading, muted


class PaperView(PageView):
    """Shows one paper before it leaves.

    Signals:
        back_asked: Back to where the person came from.
        added: Whether the part that is the person's to add goes onto it.
        print_asked: On paper, please.
        pdf_asked: As a PDF, please.
        overwrite_asked: The file that is there may be replaced.
        plan_asked: The plan has no words yet: to the plan.
    """

    back_asked = Signal()
    added = Signal(bool)
    print_asked = Signal()
    pdf_asked = Signal()
    overwrite_asked = Signal()
    plan_asked = Signal()

    def __init__(self, place: Place, title: str, addition: str, parent: QWidget | None = None) -> None:
        """Show an empty page.

        Args:
            place: This page.
            title: What it is called.
            addition: What the person may add, as the words of a tick.
            parent: Its parent.
        """
        super().__init__(parent)
        self._place = place
        self.setObjectName("paper")
        self.setAccessibleName(title)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._page = Page(self, name="paper-page")
        frame.addWidget(self._page)
        self._notice = Notice(name="paper-notice")
        self._add = toggle(addition, "paper-add")
        self._add.hide()
        self._add.clicked.connect(self.added)
        self._print = primary(self.tr("Print"), "paper-print")
        self._pdf = secondary(self.tr("Save as PDF"), "paper-pdf")
        self._write = primary(self.tr("Write my plan"), "paper-write")
        self._write.hide()
        self._fit = muted("", "paper-fit")
        self._preview = Preview()
        self._fill(title)

    def show_paper(self, paper: Paper, pages: int) -> None:
        """Show what will be printed, and on how many pages."""
        self._preview.show_paper(paper)
        words = self.tr("It fits on one page.")
        if pages > 1:
            words = self.tr(
                "This is a lot of words: even in small type it takes {0} pages. They are numbered. "
                "A shorter one is found faster in a hard hour."
            ).format(pages)
        self._fit.setText(words)
        tab_in_reading_order(self._page.column)

    def show_addition(self, *, ticked: bool) -> None:
        """Offer what may be added."""
        self._add.setChecked(ticked)
        self._add.show()

    def show_empty_plan(self) -> None:
        """Say that there is no plan yet; there is nothing to print."""
        for one in (self._print, self._pdf, self._fit, self._preview):
            one.hide()
        self._write.show()
        self._notice.show_text(self.tr("Your plan has no words yet. Once it has, it can be printed here."))
        self._write.setFocus()

    def say_printed(self) -> None:
        """Say that it is on its way."""
        self._say(self.tr("Sent to the printer. Please take the sheet out of it before somebody else does."))

    def say_saved(self, name: str) -> None:
        """Say where it is, and that anyone can read it."""
        self._say(self.tr("Saved as {0}. The file is not encrypted: whoever finds it can read it.").format(name))

    def ask_overwrite(self, name: str) -> None:
        """Ask before a file is replaced."""
        replace = secondary(self.tr("Replace it"), "paper-overwrite")
        replace.clicked.connect(self.overwrite_asked)
        self._notice.show_text(
            self.tr("There is already a file {0}. It was left as it is.").format(name),
            (replace,),
        )
        tab_in_reading_order(self._page.column)

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._say(words)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return self._place

    def start_focus(self) -> None:
        """Begin with printing."""
        (self._write if not self._write.isHidden() else self._print).setFocus()

    def _say(self, words: str) -> None:
        self._notice.show_text(words)

    def _fill(self, title: str) -> None:
        back = link(self.tr("Back"), "paper-back")
        back.clicked.connect(self.back_asked)
        self._print.clicked.connect(self.print_asked)
        self._pdf.clicked.connect(self.pdf_asked)
        self._write.clicked.connect(self.plan_asked)
        caution = self.tr(
            "Below is all that will be printed, and nothing else of your journal. A sheet and a PDF are not encrypted: "
            "whoever finds one can read it."
        )
        self._print.setAccessibleDescription(caution)
        column = self._page.column
        column.addLayout(row(back))
        column.addWidget(heading(title, "paper-heading"))
        column.addWidget(body(caution, "paper-caution"))
        column.addLayout(row(self._add))
        column.addLayout(row(self._print, self._pdf, self._write))
        column.addWidget(self._notice)
        column.addWidget(self._fit)
        column.addWidget(self._preview)
        column.addStretch(1)
        tab_in_reading_order(column)
