"""The row under the preview: as plain text, how long it is, and saving."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import choice, primary
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import muted, small

LONG = 900
"""Words from which a summary is gently called long."""


class Actions(QWidget):
    """Toggles the view of the file and saves it.

    Signals:
        plain_wanted: Whether to show the file's own characters.
        save_wanted: The person wants the file.
    """

    plain_wanted = Signal(bool)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QWidget(self)
        flow = FlowLayout(row, 12)
        plain = choice(self.tr("As plain text"), "as-plain-text")
        plain.clicked.connect(self.plain_wanted)
        self.save = primary(self.tr("Save summary…"), "save-summary")
        self.save.clicked.connect(self.save_wanted)
        self._length = muted("", "word-count")
        flow.addWidget(plain)
        flow.addWidget(self._length)
        flow.add_stretch()
        flow.addWidget(self.save)
        self._note = small(self.tr("That is long for the start of an appointment; less may be read more closely."))
        self._note.setObjectName("long")
        self._note.hide()
        column.addWidget(self._note)
        column.addWidget(row)

    def show_length(self, words: int) -> None:
        """Say how long the file is; nothing about one that is not there."""
        text = self.tr("About {0} words").format(QLocale().toString(words))
        self._length.setText(text if words else "")
        self._note.setVisible(words > LONG)
