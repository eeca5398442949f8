"""The packs that were added."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.packs.words import about
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.listed import Listed
from kat_journal.gui.widgets.texts import muted
from kat_journal.services.packs import InstalledPack


class PackRows(QWidget):
    """Every added pack with a button to remove it.

    Signals:
        chosen: Place in the list of the pack to remove.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        words = self.tr("None so far. Everything that KAT Journal itself asks is there without one.")
        self._none = muted(words, "no-packs")
        self._column.addWidget(self._none)
        self._shown: list[Listed] = []

    def show_packs(self, packs: Sequence[InstalledPack]) -> None:
        """Show these."""
        for one in self._shown:
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._shown = []
        self._none.setVisible(not packs)
        for place, pack in enumerate(packs):
            button = secondary(self.tr("Remove"), f"remove-pack-{place}")
            listed = Listed(pack.title, about(pack), button, self, name=f"pack-{place}")
            button.setAccessibleName(self.tr("Remove: {0}").format(pack.title))
            button.setProperty("place", place)
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(listed)
            listed.show()  # at once, not with the next turn of the loop
            self._shown.append(listed)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("place"))
