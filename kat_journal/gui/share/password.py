"""The two fields for the password of a PDF. It is used once and forgotten; it has nothing to do with the passphrase."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.row import row

LEAST = 8
"""Letters of a password that takes some guessing."""


class PdfPassword(Fields):
    """Takes a password twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdf-password-fields")
        self.first = PassphraseField(name="pdf-password", accessible=self.tr("Password for the PDF"))
        self.again = PassphraseField(name="pdf-password-again", accessible=self.tr("The same password once more"))
        self._shown = buttons.toggle(self.tr("Show the password"), "show-pdf-password")
        self._shown.toggled.connect(self._reveal)
        column = self.column
        column.addWidget(texts.field_label(self.tr("A password for this PDF: at least eight letters"), self.first))
        column.addWidget(self.first)
        column.addWidget(KeyboardLine(self.first))
        column.addWidget(texts.field_label(self.tr("Type it once more"), self.again))
        column.addWidget(self.again)
        column.addWidget(KeyboardLine(self.again))
        column.addLayout(row(self._shown))
        hint = self.tr(
            "Whoever is to read it needs this password. Tell them in person or on the phone, not in the message that"
            " the file goes with. It is kept nowhere: without it, the PDF cannot be opened, but your journal can."
        )
        column.addWidget(texts.small(hint, "pdf-password-hint"))

    def password(self) -> str:
        """What was typed twice in the same way and is long enough; else empty."""
        first = self.first.text()
        return first if len(first) >= LEAST and first == self.again.text() else ""

    def problem(self) -> str:
        """What keeps it from being a password; empty where nothing does."""
        if len(self.first.text()) < LEAST:
            return self.tr("The password needs at least eight letters.")
        return "" if self.password() else self.tr("The two passwords are not the same.")

    def forget(self) -> None:
        """Empty both fields and hide what is typed next."""
        self.first.forget()
        self.again.forget()
        self._shown.setChecked(False)

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        self.first.reveal(shown)
        self.again.reveal(shown)
