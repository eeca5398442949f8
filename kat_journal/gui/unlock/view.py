"""What the unlock page shows."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.config import APP_NAME
from kat_journal.gui.unlock.ways_out import WayOut
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row

FORGOTTEN_AFTER = 60_000
"""Milliseconds without a key, after which what was typed is cleared."""


class UnlockView(Page):
    """A passphrase field, one button, and the ways on for who has no passphrase now.

    Signals:
        passphrase_given: What was typed.
        taken_over: What was typed, to open a journal that may be open on another computer.
        led_to: The person wants another page that needs no passphrase: its name.
    """

    passphrase_given = Signal(str)
    taken_over = Signal(str)
    led_to = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, can_seal: bool = False, words_wait: bool = False) -> None:
        super().__init__(parent, name="unlock-page", narrow=True)
        self.field = PassphraseField(name="passphrase", accessible=self.tr("Passphrase"))
        self._open = buttons.primary(self.tr("Open"), "open")
        self._show = buttons.link(self.tr("Show"), "show-passphrase")
        self._notice = Notice(name="trouble")
        # A slip of a passphrase tells most of it: it does not stay for whoever comes by later.
        self._forget = QTimer(self, interval=FORGOTTEN_AFTER, singleShot=True)
        self._forget.timeout.connect(self.field.forget)
        self._fill_column(can_seal=can_seal, words_wait=words_wait)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.give)
        self._open.clicked.connect(self.give)
        self._show.clicked.connect(self._on_show)
        self.field.setFocus()

    def give(self) -> None:
        """Hand over what was typed, unless it is being tried already."""
        if self.field.text() and self._open.isEnabled():
            self.passphrase_given.emit(self.field.text())

    def forget(self) -> None:
        """Empty the field: it has opened the journal."""
        self.field.forget()

    def show_busy(self) -> None:
        """Say that the journal is being opened."""
        self._notice.clear()
        self._open.setText(self.tr("Opening\u2026"))
        self._rest()
        self.field.setReadOnly(True)

    def show_waiting(self) -> None:
        """Say that the next try comes in a moment; what was typed can still be changed."""
        self._notice.show_text(self.tr("Please wait a moment."))
        self._open.setText(self.tr("One moment\u2026"))
        self._rest()

    def show_ready(self) -> None:
        """Let the passphrase be given."""
        self._notice.clear()
        self._open.setText(self.tr("Open"))
        self._open.setEnabled(True)
        self.field.setReadOnly(False)

    def show_trouble(self, words: str, ways_out: Iterable[WayOut] = ()) -> None:
        """Say why it did not open, and what helps; what was typed stays, so that a slip can be mended."""
        self._show_trouble(words, [self._way(way.name, way.words, f"go-{way.name}") for way in ways_out])

    def show_elsewhere(self, words: str) -> None:
        """Say who may have it open on another computer, and let it be opened here all the same."""
        anyway = buttons.secondary(self.tr("Open it here all the same"), "take-over")
        anyway.clicked.connect(self._on_take_over)
        self._show_trouble(words, [anyway])

    def _rest(self) -> None:
        """Take no press. The focus goes to the field: the next stop is "Show", and a key too many would press it."""
        if self._open.hasFocus():
            self.field.setFocus()
        self._open.setEnabled(False)

    def _show_trouble(self, words: str, ways: list[QPushButton]) -> None:
        self.show_ready()
        self._notice.show_text(words, ways)
        self._reveal(False)
        self._forget.start()
        tab_in_reading_order(self.column)
        if ways:
            ways[0].setFocus()
        else:
            self.field.setFocus()
        self.field.selectAll()

    def _fill_column(self, *, can_seal: bool, words_wait: bool) -> None:
        add = self.column.addWidget
        self.column.addStretch(2)
        add(texts.heading(APP_NAME))
        self.column.addSpacing(16)
        add(texts.field_label(self.tr("Passphrase"), self.field))
        add(self.field)
        add(KeyboardLine(self.field))
        self.column.addLayout(row(self._open, self._show, gap=22))
        add(self._notice)
        if words_wait:
            words = self.tr("What you wrote without opening is locked. It joins your journal when you open it.")
            add(texts.muted(words))
        if can_seal:
            self.column.addSpacing(8)
            add(self._way("sealed", self.tr("Write a few words without opening"), "sealed"))
            self.column.addSpacing(8)
        forgotten = self._way("recovery", self.tr("I forgot it"))
        restore = self._way("restoring", self.tr("Restore a backup"))
        support = self._way("support", self.tr("Support"))
        self.column.addLayout(row(forgotten, restore, support, gap=22))
        self.column.addStretch(3)

    def _way(self, page: str, words: str, name: str = "") -> QPushButton:
        button = buttons.secondary(words, name) if name else buttons.link(words, page)
        button.clicked.connect(lambda: self.led_to.emit(page))
        return button

    def _on_take_over(self) -> None:
        if self.field.text():
            self.taken_over.emit(self.field.text())
        else:
            self.field.setFocus()

    def _on_edited(self) -> None:
        self._forget.start()

    def _on_show(self) -> None:
        self._reveal(self.field.echoMode() is PassphraseField.EchoMode.Password)

    def _reveal(self, shown: bool) -> None:
        self.field.reveal(shown)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
