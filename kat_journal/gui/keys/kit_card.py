"""The card about the recovery kit: whether there is one, and the passphrase before its code is shown."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.dates import full_day
from kat_journal.gui.keys.calm import advise_to_wait
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.row import row


class KitCard(Card):
    """Leads to the sheet.

    Signals:
        begun: The person would make a kit.
        given: The passphrase.
        changed_shape: What the card shows is other than before, so Tab has to learn it.
    """

    begun = Signal()
    given = Signal(str)
    changed_shape = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="kit")
        self.is_new = False
        """Whether a kit was made before, so that this one takes its place."""
        self._state = texts.body("", "kit-state")
        self._about = texts.muted("", "kit-about")
        self._begin = buttons.secondary("", "begin-kit")
        self._field = PassphraseField(name="kit-passphrase", accessible=self.tr("Your passphrase"))
        self._go_on = buttons.primary("", "kit-go-on")
        self._cancel = buttons.link(self.tr("Not now"), "cancel-kit")
        self._notice = Notice(name="kit-notice")
        self._folded = Fields()
        self._fill()
        self._begin.clicked.connect(self.begun)
        self._field.returnPressed.connect(self._give)
        self._go_on.clicked.connect(self._give)
        self._cancel.clicked.connect(self.fold)

    def show_state(self, made_on: date | None) -> None:
        """Show whether there is a kit."""
        self.is_new = made_on is not None
        if made_on is not None:
            self._state.setText(self.tr("You made a recovery kit on {0}.").format(full_day(made_on)))
            self._begin.setText(self.tr("Make a new recovery kit"))
            self._about.setText(
                self.tr(
                    "If the sheet is lost, or somebody has seen it, make a new one. The old sheet is useless then: "
                    "its code no longer opens this journal. Backups made before still open with the old code."
                )
            )
        else:
            self._state.setText(self.tr("There is no recovery kit yet."))
            self._begin.setText(self.tr("Make a recovery kit"))
            self._about.setText(
                self.tr(
                    "One sheet with a code. If you ever forget your passphrase, the code opens your journal and you "
                    "choose a new one. Without passphrase and code nobody can open it."
                )
            )
        self._begin.setAccessibleDescription(f"{self._state.text()} {self._about.text()}")

    def start_focus(self) -> None:
        """Begin with the button."""
        self._begin.setFocus()

    def advise_to_wait(self) -> None:
        """Say that it can wait."""
        advise_to_wait(self._notice, self.unfold, "kit")
        self.changed_shape.emit()

    def unfold(self) -> None:
        """Ask for the passphrase."""
        self._notice.clear()
        self._begin.hide()
        self._folded.show()
        self._show_ready()
        self.changed_shape.emit()
        self._field.setFocus()

    def fold(self) -> None:
        """Show no more than the button, and forget what was typed."""
        self._field.forget()
        self._notice.clear()
        self._folded.hide()
        self._begin.show()
        self.changed_shape.emit()
        self._begin.setFocus()

    def show_busy(self) -> None:
        """Say what is being done."""
        self._notice.clear()
        self._go_on.setText(self.tr("Making a new code\u2026") if self.is_new else self.tr("One moment\u2026"))
        for part in (self._go_on, self._cancel):
            part.setEnabled(False)
        self._field.setReadOnly(True)

    def show_trouble(self, words: str) -> None:
        """Say why there is no sheet; what was typed stays."""
        self._show_ready()
        self._notice.show_text(words)
        self.changed_shape.emit()
        self._field.setFocus()
        self._field.selectAll()

    def say(self, words: str) -> None:
        """Say something."""
        self._notice.show_text(words)

    def _show_ready(self) -> None:
        self._go_on.setText(self.tr("Make the new sheet") if self.is_new else self.tr("Show the sheet"))
        for part in (self._go_on, self._cancel):
            part.setEnabled(True)
        self._field.setReadOnly(False)

    def _fill(self) -> None:
        add = self.column.addWidget
        add(texts.subheading(self.tr("Recovery kit")))
        add(self._state)
        add(self._about)
        inside = self._folded.column
        inside.addWidget(texts.field_label(self.tr("Your passphrase"), self._field))
        inside.addWidget(self._field)
        inside.addWidget(KeyboardLine(self._field))
        inside.addLayout(row(self._go_on, self._cancel, gap=22))
        add(self._folded)
        add(self._notice)
        self.column.addLayout(row(self._begin))
        self._folded.hide()

    def _give(self) -> None:
        if self._field.text() and self._go_on.isEnabled():
            self.given.emit(self._field.text())
