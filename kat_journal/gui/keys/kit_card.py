"""The card about the recovery kit: whether there is one, and the passphrase before its code is shown."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.dates import full_day
from kat_journal.gui.keys.folding_card import FoldingCard
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.row import row


class KitCard(FoldingCard):
    """Leads to the sheet.

    Signals:
        given: The passphrase.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._field = PassphraseField(name="kit-passphrase")
        super().__init__("kit", self._field, parent)
        self.is_new = False
        """Whether a kit was made before, so that this one takes its place."""
        self._state = texts.body("", "kit-state")
        self._about = texts.muted("", "kit-about")
        self._go_on = buttons.primary("", "kit-go-on")
        self._fill()
        self._field.returnPressed.connect(self._give)
        self._go_on.clicked.connect(self._give)

    def show_state(self, made_on: date | None) -> None:
        """Show whether there is a kit."""
        self.is_new = made_on is not None
        if made_on is not None:
            self._state.setText(self.tr("You made a recovery kit on {0}.").format(full_day(made_on)))
            self.begin.setText(self.tr("Make a new recovery kit"))
            self._about.setText(
                self.tr(
                    "If the sheet is lost, or somebody has seen it, make a new one. The old sheet is useless then: "
                    "its code no longer opens this journal. Backups made before still open with the old code."
                )
            )
        else:
            self._state.setText(self.tr("There is no recovery kit yet."))
            self.begin.setText(self.tr("Make a recovery kit"))
            self._about.setText(
                self.tr(
                    "One sheet with a code. If you ever forget your passphrase, the code opens your journal and you "
                    "choose a new one. Without passphrase and code nobody can open it."
                )
            )
        self.begin.setAccessibleDescription(f"{self._state.text()} {self._about.text()}")

    def show_busy(self) -> None:
        """Say what is being done."""
        self.notice.clear()
        self._go_on.setText(self.tr("Making a new code\u2026") if self.is_new else self.tr("One moment\u2026"))
        for part in (self._go_on, self.cancel):
            part.setEnabled(False)
        self._field.setReadOnly(True)

    def show_trouble(self, words: str) -> None:
        """Say why there is no sheet; what was typed stays."""
        self.show_refused(words, at_passphrase=True)

    def show_ready(self) -> None:
        """See :meth:`FoldingCard.show_ready`."""
        self._go_on.setText(self.tr("Make the new sheet") if self.is_new else self.tr("Show the sheet"))
        for part in (self._go_on, self.cancel):
            part.setEnabled(True)
        self._field.setReadOnly(False)

    def _fill(self) -> None:
        self._field.setAccessibleName(self.tr("Your passphrase"))
        self.cancel.setText(self.tr("Not now"))
        add = self.column.addWidget
        add(texts.subheading(self.tr("Recovery kit")))
        add(self._state)
        add(self._about)
        inside = self.folded.column
        inside.addWidget(texts.field_label(self.tr("Your passphrase"), self._field))
        inside.addWidget(self._field)
        inside.addWidget(KeyboardLine(self._field))
        inside.addLayout(row(self._go_on, self.cancel, gap=22))
        add(self.folded)
        add(self.notice)
        self.column.addLayout(row(self.begin))

    def _give(self) -> None:
        if self._field.text() and self._go_on.isEnabled():
            self.given.emit(self._field.text())
