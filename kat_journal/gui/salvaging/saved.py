"""What was saved, what is missing, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row


class SavedCard(Card):
    """Tells it in numbers and sentences.

    Signals:
        place_wanted: The new journal is to take the place of the damaged one.
    """

    place_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="saved")
        self._heading = texts.subheading(self.tr("This was saved"), "saved-heading")
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # what there is to read begins here
        self._counts = texts.body("", "saved-counts")
        self._remarks = texts.body("", "saved-remarks")
        self._folder = texts.body("", "saved-folder")
        self._folder.set_selectable()
        self._place = buttons.primary(self.tr("Use the new journal from now on"), "saved-place")
        add = self.column.addWidget
        for text in (self._heading, self._counts, self._remarks, self._folder):
            add(text)
        add(
            texts.body(
                self.tr(
                    "If you use it from now on, it takes the place of the damaged one. The damaged one is kept as a "
                    "copy among the backups."
                )
            )
        )
        self.column.addLayout(row(self._place))
        self._place.clicked.connect(self.place_wanted)

    def show_report(self, folder: str, counts: Sequence[str], remarks: Sequence[str]) -> None:
        """Tell what was saved."""
        self._counts.setText("\n".join(counts))
        self._counts.setAccessibleName(", ".join(counts))
        self._remarks.setText(" ".join(remarks))
        self._heading.setAccessibleDescription(as_sentences(", ".join(counts), *remarks))
        self._folder.setText(
            self.tr("The new journal is here, and opens with the passphrase you typed: {0}").format(folder)
        )
        self.show()

    def start_focus(self) -> None:
        """Begin with what was saved."""
        self._heading.setFocus()

    def set_waiting(self, waiting: bool) -> None:
        """Whether the new journal is being put in place."""
        self._place.setEnabled(not waiting)
