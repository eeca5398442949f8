"""Which kinds of answer start as "May share"."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import Button, toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import muted, subheading


class SharingCard(Card):
    """One toggle for each kind.

    Signals:
        changed: A kind, and whether it starts shared now.
    """

    changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="starts-shared")
        self.column.addWidget(subheading(self.tr("What starts as \u201cMay share\u201d")))
        words = self.tr(
            "New answers of these kinds start ticked in Share. You still see the whole page before it leaves, and can "
            "untick any of it. Everything else starts private, and answers about safety are asked each time."
        )
        self.column.addWidget(muted(words))
        row = QWidget(self)
        self._flow = FlowLayout(row)
        self._buttons: dict[str, Button] = {}
        self.column.addWidget(row)

    def show_kinds(self, kinds: Mapping[str, bool]) -> None:
        """Show which kinds start shared."""
        for kind, shared in kinds.items():
            if kind not in self._buttons:
                button = toggle(self._words().get(kind, kind), f"starts-shared-{kind}")
                button.setProperty("share_kind", kind)
                button.clicked.connect(self._on_clicked)
                self._buttons[kind] = button
                self._flow.addWidget(button)
            self._buttons[kind].setChecked(shared)

    def _words(self) -> dict[str, str]:
        return {
            "effects": self.tr("Unwanted effects"),
            "scores": self.tr("Scores"),
            "intentions": self.tr("Intentions"),
            "preparation": self.tr("Preparation lists"),
        }

    def _on_clicked(self, checked: bool) -> None:
        self.changed.emit(self.sender().property("share_kind"), checked)
