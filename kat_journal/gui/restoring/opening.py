"""The second step: what the backup opens with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import link, primary
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import Line, PassphraseField
from kat_journal.gui.widgets.row import GAP, row
from kat_journal.gui.widgets.texts import body, field_label, muted


class Opening(QWidget):
    """A passphrase, or a recovery code: the one that was in use when the backup was made.

    Signals:
        given: The passphrase and the code; one of them is empty.
        other_asked: The person wants another backup.
    """

    given = Signal(str, str)
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._which = body("", "restore-which")
        hint = muted(self.tr("It opens with what was in use when it was made. That may be an earlier passphrase."))
        self._passphrase = PassphraseField(name="restore-passphrase", accessible=self.tr("Passphrase of the backup"))
        self._code = Line(name="restore-code", accessible=self.tr("Recovery code of the backup"))
        self._open = primary(self.tr("Look inside"), "restore-open")
        self._switch = link("", "restore-switch")
        other = link(self.tr("Another backup"), "restore-another")
        self._of_passphrase: tuple[QWidget, ...] = (
            field_label(self.tr("Passphrase of the backup"), self._passphrase),
            self._passphrase,
        )
        self._of_code: tuple[QWidget, ...] = (
            field_label(self.tr("Recovery code of the backup"), self._code),
            self._code,
        )
        for widget in (self._which, hint, *self._of_passphrase, KeyboardLine(self._passphrase), *self._of_code):
            column.addWidget(widget)
        column.addLayout(row(self._open, self._switch, other, gap=22))
        self._show_code(False)
        self._open.clicked.connect(self._give)
        self._switch.clicked.connect(self._on_switch)
        self._passphrase.returnPressed.connect(self._give)
        self._code.returnPressed.connect(self._give)
        other.clicked.connect(self.other_asked)

    def show_backup(self, words: str) -> None:
        """Say which backup it is."""
        self._which.setText(words)

    def show_busy(self, busy: bool) -> None:
        """While it is being opened, nothing can be typed."""
        self._open.setEnabled(not busy)
        self._open.setText(self.tr("Opening\u2026") if busy else self.tr("Look inside"))
        self._passphrase.setReadOnly(busy)
        self._code.setReadOnly(busy)

    def start_focus(self) -> None:
        """Begin at the field."""
        field = self._passphrase if self._code.isHidden() else self._code
        field.setFocus()
        field.selectAll()

    def forget(self) -> None:
        """Empty both fields."""
        self._passphrase.forget()
        self._code.setText("")

    def _give(self) -> None:
        code = "" if self._code.isHidden() else self._code.text()
        passphrase = "" if code else self._passphrase.text()
        if self._open.isEnabled() and (code or (passphrase and self._code.isHidden())):
            self.given.emit(passphrase, code)

    def _on_switch(self) -> None:
        self._show_code(self._code.isHidden())
        self.start_focus()

    def _show_code(self, shown: bool) -> None:
        for widget in self._of_passphrase:
            widget.setVisible(not shown)
        for widget in self._of_code:
            widget.setVisible(shown)
        self._switch.setText(self.tr("Use the passphrase") if shown else self.tr("Use the recovery code"))
