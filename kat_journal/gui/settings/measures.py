"""Which forms the person's clinic gives them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import Button, toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import muted, subheading
from kat_journal.services.measures import Measure


class MeasuresCard(Card):
    """One toggle for each score sheet.

    Signals:
        changed: Id of a form, and whether it is on now.
    """

    changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="measures")
        self.column.addWidget(subheading(self.tr("Forms that my clinic gives me")))
        words = self.tr(
            "Some clinics hand out forms with numbers to tick. Choose yours, and from time to time Today offers a "
            "sheet to copy your numbers to: never on the day of a session or the day after. The journal adds them up "
            "and says nothing about them."
        )
        self.column.addWidget(muted(words))
        row = QWidget(self)
        self._flow = FlowLayout(row)
        self._buttons: dict[str, Button] = {}
        self.column.addWidget(row)

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """Show which forms there are, and which of them are on."""
        for measure in measures:
            if measure.form_id not in self._buttons:
                button = toggle(measure.title, f"measure-{measure.form_id.replace(':', '-').replace('.', '-')}")
                button.setProperty("form_id", measure.form_id)
                button.clicked.connect(self._on_clicked)
                self._buttons[measure.form_id] = button
                self._flow.addWidget(button)
            self._buttons[measure.form_id].setChecked(measure.on)
        self.setVisible(bool(self._buttons))

    def _on_clicked(self, checked: bool) -> None:
        self.changed.emit(self.sender().property("form_id"), checked)
