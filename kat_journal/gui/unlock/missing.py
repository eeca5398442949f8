"""What is shown where a journal was and is gone whole, such as on a disk that is not connected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row


class MissingView(Page):
    """Says where the journal was. Looking again comes first, a new journal last.

    Signals:
        looked_for: Look whether it is there again.
        led_to: The person wants another page: its name.
    """

    looked_for = Signal()
    led_to = Signal(str)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="missing-page", narrow=True)
        self.setAccessibleName(self.tr("Your journal is not where it was"))
        self._notice = Notice(self, name="trouble")
        self._again = buttons.primary(self.tr("Look again"), "look-again")
        self._again.clicked.connect(self.looked_for)
        self._fill_column(folder)

    def start_focus(self) -> None:
        """Begin at the button."""
        self._again.setFocus()

    def show_still_missing(self) -> None:
        """Say that it is still not there."""
        self._notice.show_text(self.tr("It is still not there. If you just connected a disk, give it a moment."))
        self._again.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say what there is to say."""
        self._notice.show_text(words)

    def _fill_column(self, folder: str) -> None:
        add = self.column.addWidget
        place = texts.Text(folder, "body", "missing-folder", self)
        place.set_selectable()
        place.setAccessibleName(self.tr("Folder of the journal: {0}").format(folder))
        self.column.addStretch(2)
        add(texts.heading(self.tr("Your journal is not where it was"), "missing-heading"))
        self.column.addSpacing(8)
        add(texts.body(self.tr("It was in this folder, and the folder is empty or gone:")))
        add(place)
        add(
            texts.body(
                self.tr(
                    "If it is on another disk, connect that disk, then look again. If you moved it, move it back. "
                    "Nothing was changed, and nothing new was made."
                )
            )
        )
        add(self._notice)
        self.column.addSpacing(8)
        restore = self._way("restoring", self.tr("Restore a backup"))
        support = self._way("support", self.tr("Support"))
        self.column.addLayout(row(self._again, restore, support, gap=22))
        self.column.addSpacing(16)
        self.column.addLayout(row(self._way("welcome", self.tr("Start a new journal"))))
        self.column.addStretch(3)

    def _way(self, page: str, words: str) -> QPushButton:
        button = buttons.link(words, page)
        button.clicked.connect(lambda: self.led_to.emit(page))
        return button
