"""First step: the code from the sheet, in one wide field that groups it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.recovery.grouping import grouped, is_full, span_of
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row


class CodeLine(Line):
    """Takes a code letter by letter or all at once.

    One field and not eight: a screen reader reads it as one thing, and the code can be pasted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent, name="recovery-code")
        self._before = 0
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.textEdited.connect(self._on_edited)

    def mark_group(self, group: int) -> None:
        """Mark a group, ready to be typed afresh."""
        self.setSelection(*span_of(self.text(), group))

    def _on_edited(self, text: str) -> None:
        is_growing, self._before = len(text) > self._before, len(text)
        if self.cursorPosition() == len(text):  # in the middle, letters must not move under the caret
            self.setText(grouped(text, is_growing=is_growing))
            self._before = len(self.text())


class CodeStep(Page):
    """Asks for the code, and names a mistake before anything is tried.

    Signals:
        filled: All letters are there.
        given: The code.
        back_asked: Back to the unlock page.
    """

    filled = Signal(str)
    given = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="recovery-code-page")
        self._code = CodeLine()
        self._right = texts.small("", "code-right")
        self._notice = Notice(name="code-trouble")
        self._go_on = buttons.primary(self.tr("Go on"), "code-go-on")
        self._back = buttons.link(self.tr("Back"), "back")
        self._fill_column()
        self._code.textEdited.connect(self._on_edited)
        self._code.returnPressed.connect(self._give)
        self._go_on.clicked.connect(self._give)
        self._back.clicked.connect(self.back_asked)

    def start_focus(self) -> None:
        """Begin with the code."""
        self._code.setFocus()

    def code(self) -> str:
        """What was typed."""
        return self._code.text()

    def show_right(self) -> None:
        """Say that nothing is mistyped."""
        self._notice.clear()
        self._right.setText(self.tr("Typed as it should be."))
        self._right.show()
        announce(self._right, self._right.text())

    def show_trouble(self, words: str, group: int = 0) -> None:
        """Say what is wrong, and mark the group if it is known."""
        self._right.hide()
        self._notice.show_text(words)
        tab_in_reading_order(self.column)
        self._code.setFocus()
        if group:
            self._code.mark_group(group)

    def forget(self) -> None:
        """Empty the field."""
        self._code.setText("")

    def _fill_column(self) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("Open with your recovery code"), "recovery-heading"))
        add(
            texts.body(
                self.tr(
                    "It is on the sheet that you printed or saved: the recovery kit. The code has 8 groups of 4 "
                    "letters and numbers. Small letters will do, and the dashes come by themselves."
                )
            )
        )
        self.column.addSpacing(8)
        add(texts.field_label(self.tr("Recovery code"), self._code))
        add(self._code)
        add(self._right)
        add(self._notice)
        self.column.addLayout(row(self._go_on, self._back, gap=22))
        self.column.addSpacing(8)
        add(
            texts.muted(
                self.tr(
                    "A letter cannot be read? Type the one that it most looks like. A mistake is found before anything "
                    "is tried, and you may guess as often as you like."
                )
            )
        )
        add(
            texts.muted(
                self.tr(
                    "No sheet? Then only the passphrase opens the journal. Nothing is deleted, so you can come back "
                    "and try whenever something comes to mind."
                )
            )
        )
        self.column.addStretch(2)
        self._right.hide()

    def _on_edited(self) -> None:
        self._right.hide()
        self._notice.clear()
        if is_full(self._code.text()):
            self.filled.emit(self._code.text())

    def _give(self) -> None:
        if self._code.text():
            self.given.emit(self._code.text())
