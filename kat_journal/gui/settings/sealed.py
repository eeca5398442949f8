"""Whether words can be written without opening the journal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.texts import muted, subheading


class SealedCard(Card):
    """One toggle, and what it means.

    Signals:
        changed: Whether it is on now.
    """

    changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="sealed")
        self.column.addWidget(subheading(self.tr("A few words without opening")))
        words = self.tr(
            "For the hours when a passphrase is too much: the unlock page then offers a page to write on. What is "
            "written there joins the journal when you next open it. Anyone at this computer can add words, and can "
            "see that some are waiting. Nobody can read them there."
        )
        self.column.addWidget(muted(words))
        self._on = toggle(self.tr("Offer it on the unlock page"), "sealed-on")
        self._on.clicked.connect(self.changed)
        self.column.addWidget(self._on, 0, Qt.AlignmentFlag.AlignLeft)

    def show_on(self, on: bool) -> None:
        """Show what is in force."""
        self._on.setChecked(on)
