"""First step: the words that lock the journal."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row


class PassphraseStep(Page):
    """Asks for the passphrase of the new journal.

    Signals:
        chosen: The passphrase.
        led_to: The person has a journal elsewhere and wants another page: its name.
        back_asked: Back to the page that led here.
    """

    chosen = Signal(str)
    led_to = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_back: bool = False) -> None:
        super().__init__(parent, name="welcome-passphrase", narrow=True)
        self.fields = NewPassphrase()
        self._notice = Notice(name="trouble")
        self._go_on = buttons.primary(self.tr("Go on"), "go-on")
        self._restore = buttons.link(self.tr("Restore a backup"), "restoring")
        self._bring = buttons.link(self.tr("Bring in from a file"), "bringing-in")
        self._back = buttons.link(self.tr("Back"), "back")
        self._fill_column(self._restore, self._bring, *((self._back,) if has_back else ()))
        self._restore.clicked.connect(lambda: self.led_to.emit("restoring"))
        self._bring.clicked.connect(lambda: self.led_to.emit("bringing-in"))
        self._back.clicked.connect(self.back_asked)
        self._go_on.clicked.connect(self._check)
        self.fields.finished.connect(self._check)
        self.fields.offered.connect(self._show_top)

    def start_focus(self) -> None:
        """Begin with the words."""
        self.fields.start_focus()
        self._show_top()

    def show_busy(self) -> None:
        """Say that the journal is being made."""
        self._notice.clear()
        self._go_on.setText(self.tr("Making your journal\u2026"))
        self._enable(False)

    def show_trouble(self, words: str) -> None:
        """Say why it was not made; what was typed stays."""
        self._go_on.setText(self.tr("Go on"))
        self._enable(True)
        self._notice.show_text(words)

    def _show_top(self) -> None:
        """What this is stands at the top, however large the text; the layout settles after this."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def _fill_column(self, *ways: QWidget) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("A notebook for your sessions")))
        add(
            texts.body(
                self.tr(
                    "It stays on this computer, locked with your words. It cannot tell you what is wrong or what to "
                    "take, and nobody reads it unless you hand something over."
                )
            )
        )
        self.column.addSpacing(12)
        add(self.fields)
        add(
            texts.muted(
                self.tr(
                    "Please write them down and keep the paper somewhere safe. A recovery kit can be made later. "
                    "Without either of them nobody can open the journal, not even us."
                )
            )
        )
        add(self._notice)
        self.column.addLayout(row(self._go_on, *ways, gap=22))
        self.column.addStretch(2)
        add(texts.small(self.tr("Free software. Not a medical device. Not for emergencies.")))

    def _enable(self, enabled: bool) -> None:
        for button in (self._go_on, self._restore, self._bring, self._back):
            button.setEnabled(enabled)

    def _check(self) -> None:
        if not self._go_on.isEnabled():
            return
        if passphrase := self.fields.passphrase():
            self.chosen.emit(passphrase)
            return
        self.show_trouble(self.tr("The two are not the same yet. Please type the words once more."))
        self.fields.ask_again()
