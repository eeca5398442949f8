"""The card that changes the passphrase; folded until it is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.keys.folding_card import FoldingCard
from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.row import row


class ChangeCard(FoldingCard):
    """Asks for the passphrase of now and for a new one.

    Signals:
        given: The current passphrase and the new one.
        backup_asked: A new backup, please.
    """

    given = Signal(str, str)
    backup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._current = PassphraseField(name="current-passphrase")
        super().__init__("change", self._current, parent)
        self.fields = NewPassphrase()
        self._change = buttons.primary("", "change")
        self._fill()
        self._change.clicked.connect(self._give)
        self._current.returnPressed.connect(self.fields.start_focus)
        self.fields.finished.connect(self._give)

    def show_busy(self) -> None:
        """Say that it is being changed."""
        self.notice.clear()
        self._change.setText(self.tr("Changing\u2026"))
        self._let_type(False)

    def show_changed(self) -> None:
        """Say what is different now, and what is not."""
        self.fold()
        backup = buttons.secondary(self.tr("Make a new backup"), "new-backup")
        backup.clicked.connect(self.backup_asked)
        self.notice.show_text(
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
        self.show_refused(words, at_passphrase=at_current)

    def show_ready(self) -> None:
        """See :meth:`FoldingCard.show_ready`."""
        self._change.setText(self.tr("Change it"))
        self._let_type(True)

    def forget(self) -> None:
        """See :meth:`FoldingCard.forget`."""
        super().forget()
        self.fields.forget()

    def _fill(self) -> None:
        self._current.setAccessibleName(self.tr("Current passphrase"))
        self.begin.setText(self.tr("Change the passphrase"))
        self.cancel.setText(self.tr("Leave it as it is"))
        add = self.column.addWidget
        add(texts.subheading(self.tr("Passphrase")))
        add(texts.muted(self.tr("A change takes a moment, however much you have written.")))
        inside = self.folded.column
        inside.addWidget(texts.field_label(self.tr("Current passphrase"), self._current))
        inside.addWidget(self._current)
        inside.addWidget(KeyboardLine(self._current))
        inside.addWidget(self.fields)
        inside.addLayout(row(self._change, self.cancel, gap=22))
        add(self.folded)
        add(self.notice)
        self.column.addLayout(row(self.begin))

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

    def _let_type(self, may: bool) -> None:
        for button in (self._change, self.cancel):
            button.setEnabled(may)
        self._current.setReadOnly(not may)
        self.fields.set_read_only(not may)
