"""The card that changes the passphrase; folded until it is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.keys.calm import advise_to_wait
from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.row import row


class ChangeCard(Card):
    """Asks for the passphrase of now and for a new one.

    Signals:
        begun: The person would change it.
        unfolded: The fields are there.
        given: The current passphrase and the new one.
        backup_asked: A new backup, please.
        changed_shape: What the card shows is other than before, so Tab has to learn it.
    """

    begun = Signal()
    unfolded = Signal()
    given = Signal(str, str)
    backup_asked = Signal()
    changed_shape = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="change-passphrase")
        self.fields = NewPassphrase()
        self._current = PassphraseField(name="current-passphrase", accessible=self.tr("Current passphrase"))
        self._begin = buttons.secondary(self.tr("Change the passphrase"), "begin-change")
        self._change = buttons.primary("", "change")
        self._cancel = buttons.link(self.tr("Leave it as it is"), "cancel-change")
        self._notice = Notice(name="change-notice")
        self._folded = Fields()
        self._fill()
        self._begin.clicked.connect(self.begun)
        self._change.clicked.connect(self._give)
        self._cancel.clicked.connect(self.fold)
        self._current.returnPressed.connect(self.fields.start_focus)
        self.fields.finished.connect(self._give)

    def advise_to_wait(self) -> None:
        """Say that it can wait."""
        advise_to_wait(self._notice, self.unfold, "change")
        self.changed_shape.emit()

    def unfold(self) -> None:
        """Show the fields."""
        self._notice.clear()
        self._begin.hide()
        self._folded.show()
        self._show_ready()
        self.unfolded.emit()
        self.changed_shape.emit()
        self._current.setFocus()

    def fold(self) -> None:
        """Show no more than the button, and forget what was typed."""
        self._forget()
        self._notice.clear()
        self._folded.hide()
        self._begin.show()
        self.changed_shape.emit()
        self._begin.setFocus()

    def show_busy(self) -> None:
        """Say that it is being changed."""
        self._notice.clear()
        self._change.setText(self.tr("Changing\u2026"))
        self._let_type(False)

    def show_changed(self) -> None:
        """Say what is different now, and what is not."""
        self.fold()
        backup = buttons.secondary(self.tr("Make a new backup"), "new-backup")
        backup.clicked.connect(self.backup_asked)
        self._notice.show_text(
            self.tr(
                "The new passphrase is in force. Your words were not touched, and a recovery kit stays good. "
                "Backups made before still open with the old passphrase."
            ),
            [backup],
        )
        self.changed_shape.emit()
        backup.setFocus()

    def show_trouble(self, words: str, *, at_current: bool = False) -> None:
        """Say why it was not changed; what was typed stays."""
        self._show_ready()
        self._notice.show_text(words)
        self.changed_shape.emit()
        if at_current:
            self._current.setFocus()
            self._current.selectAll()

    def say(self, words: str) -> None:
        """Say something."""
        self._notice.show_text(words)
        self.changed_shape.emit()

    def _fill(self) -> None:
        add = self.column.addWidget
        add(texts.subheading(self.tr("Passphrase")))
        add(texts.muted(self.tr("A change takes a moment, however much you have written.")))
        inside = self._folded.column
        inside.addWidget(texts.field_label(self.tr("Current passphrase"), self._current))
        inside.addWidget(self._current)
        inside.addWidget(KeyboardLine(self._current))
        inside.addWidget(self.fields)
        inside.addLayout(row(self._change, self._cancel, gap=22))
        add(self._folded)
        add(self._notice)
        self.column.addLayout(row(self._begin))
        self._folded.hide()

    def _give(self) -> None:
        if not self._change.isEnabled():
            return
        if not self._current.text():
            self.show_trouble(self.tr("Please type your current passphrase first."), at_current=True)
        elif new := self.fields.passphrase():
            self.given.emit(self._current.text(), new)
        else:
            self.show_trouble(self.tr("The two are not the same yet. Please type the words once more."))
            self.fields.ask_again()

    def _show_ready(self) -> None:
        self._change.setText(self.tr("Change it"))
        self._let_type(True)

    def _let_type(self, may: bool) -> None:
        for button in (self._change, self._cancel):
            button.setEnabled(may)
        self._current.setReadOnly(not may)
        self.fields.set_read_only(not may)

    def _forget(self) -> None:
        self._current.forget()
        self.fields.forget()
