"""What the page about a damaged journal shows: what to type first, and then what was saved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.salvaging.saved import SavedCard
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row


class SalvagingView(Page):
    """Takes a passphrase, or a recovery code and a new passphrase.

    Signals:
        wanted: The passphrase of the damaged journal.
        wanted_by_code: The recovery code, and the passphrase of the new journal.
        place_wanted: The new journal is to take the place of the damaged one.
        left: Back to the way in.
    """

    wanted = Signal(str)
    wanted_by_code = Signal(str, str)
    place_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="salvaging-page", narrow=True)
        self.setAccessibleName(self.tr("Save what can still be read"))
        self.secret = PassphraseField(name="salvaging-secret", accessible=self.tr("Passphrase"))
        self.new = PassphraseField(name="salvaging-new", accessible=self.tr("A new passphrase"))
        self._label = texts.field_label(self.tr("Passphrase"), self.secret)
        self._new_label = texts.field_label(self.tr("A new passphrase, for the new journal"), self.new)
        self._by_code = False
        self._other = buttons.link(self.tr("Use the recovery code"), "salvaging-other")
        self._show = buttons.link(self.tr("Show"), "salvaging-show")
        self._go = buttons.primary(self.tr("Save what can be read"), "salvaging-go")
        self._back = buttons.secondary(self.tr("Back"), "salvaging-back")
        self._notice = Notice(name="salvaging-trouble")
        self.saved = SavedCard(self)
        self._fill_column()
        self._take_code(False)
        self.saved.hide()
        self.secret.returnPressed.connect(self._give)
        self.new.returnPressed.connect(self._give)
        self._other.clicked.connect(lambda: self._take_code(not self._by_code))
        self._show.clicked.connect(self._on_show)
        self._go.clicked.connect(self._give)
        self._back.clicked.connect(self.left)
        self.saved.place_wanted.connect(self.place_wanted)

    def start_focus(self) -> None:
        """Begin with the passphrase."""
        self.secret.setFocus()

    def show_busy(self) -> None:
        """Say that the file is being read, or that the new journal is being put in place."""
        self._notice.clear()
        self._go.setText(self.tr("Reading\u2026"))
        if self._typed.isVisible():
            announce(self, self._go.text())
            self.secret.setFocus()  # the button waits; the next one must not be pressed by a key too many
        else:
            announce(self, self.tr("Putting it in place\u2026"))
        self._set_waiting(True)

    def show_trouble(self, words: str) -> None:
        """Say why nothing came of it; what was typed stays."""
        self._go.setText(self.tr("Save what can be read"))
        self._set_waiting(False)
        self._notice.show_text(words)
        if self._typed.isVisible():
            self.secret.setFocus()
            self.secret.selectAll()
        else:
            self.saved.start_focus()

    def show_saved(self, folder: str, counts: Sequence[str], remarks: Sequence[str]) -> None:
        """Show what was saved instead of the fields."""
        self._set_waiting(False)
        self._forget()
        self._typed.hide()
        self.saved.show_report(folder, counts, remarks)
        self.saved.start_focus()

    def _fill_column(self) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("Save what can still be read")))
        self._typed = QWidget(self)
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        about = self.tr(
            "This reads everything that can still be read of a damaged journal and puts it into a new one. The damaged "
            "file stays as it is."
        )
        typed.addWidget(texts.body(about))
        typed.addWidget(texts.body(self.tr("If you have a backup from before the damage, restore that first.")))
        keyboards = KeyboardLine(self.secret), KeyboardLine(self.new)
        for part in (self._label, self.secret, keyboards[0], self._new_label, self.new, keyboards[1]):
            typed.addWidget(part)
        typed.addLayout(row(self._show, self._other, gap=22))
        typed.addLayout(row(self._go))
        add(self._typed)
        add(self.saved)
        add(self._notice)
        self.column.addLayout(row(self._back))
        self.column.addStretch(2)

    def _take_code(self, by_code: bool) -> None:
        self._by_code = by_code
        self._forget()
        self._reveal(by_code)
        name = self.tr("Recovery code") if by_code else self.tr("Passphrase")
        self._label.setText(name)
        self.secret.setAccessibleName(name)
        self._new_label.setVisible(by_code)
        self.new.setVisible(by_code)
        self._other.setText(self.tr("Use the passphrase") if by_code else self.tr("Use the recovery code"))
        self.secret.setFocus()

    def _give(self) -> None:
        secret, new = self.secret.text(), self.new.text()
        if not self._go.isEnabled():
            return
        if not secret:
            self.secret.setFocus()
        elif not self._by_code:
            self.wanted.emit(secret)
        elif new:
            self.wanted_by_code.emit(secret, new)
        else:
            self.new.setFocus()

    def _on_show(self) -> None:
        self._reveal(self.secret.echoMode() is PassphraseField.EchoMode.Password)

    def _reveal(self, shown: bool) -> None:
        self.secret.reveal(shown)
        self.new.reveal(shown)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))

    def _forget(self) -> None:
        self.secret.clear()
        self.new.clear()

    def _set_waiting(self, waiting: bool) -> None:
        for button in (self._go, self._other, self._back):
            button.setEnabled(not waiting)
        self.saved.set_waiting(waiting)
        self.secret.setReadOnly(waiting)
        self.new.setReadOnly(waiting)
