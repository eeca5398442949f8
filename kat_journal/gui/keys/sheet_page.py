"""The sheet on the screen: take it away, then type a part of it back."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kat_journal.gui.keys.sheet import GROUPS_IN_A_LINE, Sheet
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text
from kat_journal.gui.widgets.wrapping import text_width


class Letters(Text):
    """Four letters, as wide as any four: so they stand under one another, and are never broken."""

    def sizeHint(self) -> QSize:
        """Room for the widest letters."""
        return QSize(text_width("WWWW", self.font()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Not less than that."""
        return self.sizeHint()


class Group(QWidget):
    """One group of the code under its number."""

    def __init__(self, number: int, letters: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(texts.small(str(number)))
        label = Letters(letters, "heading", f"group-{number}")
        label.setAccessibleName(self.tr("Group {0}: {1}").format(number, " ".join(letters)))
        column.addWidget(label)


class GroupLine(Line):
    """A field as wide as a group needs."""

    def sizeHint(self) -> QSize:
        """A few letters."""
        return QSize(14 * self.fontMetrics().averageCharWidth(), super().sizeHint().height())


class SheetPage(Page):
    """Holds the code while it is shown, and nowhere else. It is never put into the clipboard.

    Signals:
        print_asked: On paper, please.
        pdf_asked: As a PDF, please.
        text_asked: As a text file, please.
        overwrite_asked: The file that is there may be replaced.
        retyped: What was typed, by the number of the group.
        left: Not now.
    """

    print_asked = Signal()
    pdf_asked = Signal()
    text_asked = Signal()
    overwrite_asked = Signal()
    retyped = Signal(object)
    left = Signal()

    def __init__(self, sheet: Sheet, groups: tuple[int, int], *, is_new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="kit-page", wide=True)
        self._notice = Notice(name="sheet-notice")
        self._trouble = Notice(name="retype-notice")
        self._fields = {number: self._field(number) for number in groups}
        self._done = buttons.primary(self.tr("It is kept safe"), "kit-done")
        self._leave = buttons.link(self.tr("Not now"), "kit-leave")
        self._print = buttons.primary(self.tr("Print"), "kit-print")
        self._fill(sheet, is_new=is_new)
        self._done.clicked.connect(self._give)
        self._leave.clicked.connect(self.left)

    def start_focus(self) -> None:
        """Begin with taking it away; the code stands at the top, however large the text is."""
        self._print.setFocus()
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def say_saved(self, name: str) -> None:
        """Say where it is, and that it must not stay there."""
        self._say(
            self.tr(
                "Saved as {0}. Do not leave this file on this computer: beside the journal it opens it for anyone. "
                "Print it or move it to a stick, then delete it here."
            ).format(name)
        )

    def say_printed(self) -> None:
        """Say that it is on its way."""
        self._say(self.tr("Sent to the printer. Please take the sheet out of it before somebody else does."))

    def ask_overwrite(self, name: str) -> None:
        """Ask before a file is replaced."""
        replace = buttons.secondary(self.tr("Replace it"), "kit-overwrite")
        replace.clicked.connect(self.overwrite_asked)
        self._say(self.tr("There is already a file {0}. It was left as it is.").format(name), replace)

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._say(words)

    def say_not_the_same(self) -> None:
        """The groups were not typed as they stand on the sheet."""
        self._trouble.show_text(
            self.tr("That is not what stands on the sheet. Please look at the numbers of the groups once more.")
        )
        self._order()
        next(iter(self._fields.values())).setFocus()

    def _say(self, words: str, *ways: QPushButton) -> None:
        self._notice.show_text(words, ways)
        self._order()

    def _fill(self, sheet: Sheet, *, is_new: bool) -> None:
        add = self.column.addWidget
        title, old = self.tr("Your recovery kit"), ""
        add(texts.heading(title, "sheet-heading"))
        if is_new:
            old = self.tr(
                "This is a new code, and it is in force already. Your old sheet no longer opens this journal. "
                "Backups made before still open with the old code."
            )
            add(texts.body(old, "old-kit"))
        self._print.setAccessibleDescription(as_sentences(title, old))  # heard where the page begins; the code is not
        add(self._sheet(sheet))
        self.column.addLayout(row(self._print, *self._savings()))
        add(self._notice)
        self.column.addSpacing(16)
        add(texts.subheading(self.tr("Have you got it?")))
        add(texts.muted(self.tr("Type back two groups from your sheet, so that you know it can be read.")))
        for number, field in self._fields.items():
            add(texts.field_label(self.tr("Group {0}").format(number), field))
            self.column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        add(self._trouble)
        self.column.addLayout(row(self._done, self._leave, gap=22))
        self.column.addStretch(1)
        self._order()

    def _sheet(self, sheet: Sheet) -> Card:
        card = Card(name="sheet")
        card.column.addWidget(texts.muted(sheet.made_on))
        groups = [Group(number, group) for number, group in enumerate(sheet.groups, start=1)]
        for start in range(0, len(groups), GROUPS_IN_A_LINE):
            card.column.addLayout(row(*groups[start : start + GROUPS_IN_A_LINE], gap=20))
        card.column.addWidget(texts.subheading(sheet.steps_title))
        for step in sheet.steps:
            card.column.addWidget(texts.body(step))
        for caution in sheet.cautions:
            card.column.addWidget(texts.muted(caution))
        return card

    def _savings(self) -> tuple[QPushButton, QPushButton]:
        pdf = buttons.secondary(self.tr("Save as PDF"), "kit-pdf")
        text = buttons.secondary(self.tr("Save as text"), "kit-text")
        self._print.clicked.connect(self.print_asked)
        pdf.clicked.connect(self.pdf_asked)
        text.clicked.connect(self.text_asked)
        return pdf, text

    def _field(self, number: int) -> Line:
        field = GroupLine(name=f"retype-{number}", accessible=self.tr("Group {0}").format(number))
        field.returnPressed.connect(self._give)
        return field

    def _give(self) -> None:
        typed: Mapping[int, str] = {number: field.text() for number, field in self._fields.items()}
        self.retyped.emit(typed)

    def _order(self) -> None:
        tab_in_reading_order(self.column)
