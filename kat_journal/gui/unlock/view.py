"""What the unlock page shows."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.config import APP_NAME
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row

FORGOTTEN_AFTER = 60_000
"""Milliseconds without a key, after which what was typed is cleared."""


class UnlockView(Page):
    """A passphrase field and one button.

    Signals:
        passphrase_given: What was typed.
        led_to: The person wants another page that needs no passphrase: its name.
    """

    passphrase_given = Signal(str)
    led_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="unlock-page", narrow=True)
        self.field = PassphraseField(name="passphrase", accessible=self.tr("Passphrase"))
        self._open = buttons.primary(self.tr("Open"), "open")
        self._show = buttons.link(self.tr("Show"), "show-passphrase")
        self._notice = Notice(name="trouble")
        # A slip of a passphrase tells most of it: it does not stay for whoever comes by later.
        self._forget = QTimer(self, interval=FORGOTTEN_AFTER, singleShot=True)
        self._forget.timeout.connect(self.field.clear)
        self.field.textEdited.connect(self._on_edited)
        support = buttons.link(self.tr("Support"), "support")
        self.column.addStretch(2)
        self.column.addWidget(texts.heading(APP_NAME))
        self.column.addSpacing(16)
        self.column.addWidget(texts.field_label(self.tr("Passphrase"), self.field))
        self.column.addWidget(self.field)
        self.column.addLayout(row(self._open, self._show, support, gap=22))
        self.column.addWidget(self._notice)
        self.column.addStretch(3)
        self._open.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self._show.clicked.connect(self._on_show)
        support.clicked.connect(lambda: self.led_to.emit("support"))
        self.field.setFocus()

    def show_busy(self) -> None:
        """Say that the journal is being opened."""
        self._notice.clear()
        self._open.setText(self.tr("Opening\u2026"))
        self._open.setEnabled(False)
        self.field.setReadOnly(True)

    def show_trouble(self, words: str) -> None:
        """Say why it did not open; what was typed stays, so that a slip can be mended."""
        self._open.setText(self.tr("Open"))
        self._open.setEnabled(True)
        self.field.setReadOnly(False)
        self._notice.show_text(words)
        self._reveal(False)
        self._forget.start()
        self.field.setFocus()
        self.field.selectAll()

    def _give(self) -> None:
        if self.field.text() and self._open.isEnabled():
            self.passphrase_given.emit(self.field.text())

    def _on_edited(self) -> None:
        self._forget.start()

    def _on_show(self) -> None:
        self._reveal(self.field.echoMode() is PassphraseField.EchoMode.Password)

    def _reveal(self, shown: bool) -> None:
        self.field.reveal(shown)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
