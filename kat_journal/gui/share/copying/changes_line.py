"""The line on the page that says how much is other in the copy than in the journal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.copying.wording import word
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body
from kat_journal.services.summaries import Change

MOST_WORDS = 3


class ChangesLine(QWidget):
    """Hidden while the copy says what the journal says, and no longer word holds a name.

    Signals:
        wanted: The person wants to see what was changed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes-line")
        flow = FlowLayout(self, 12)
        self._words = body("", "changes-words", self)
        self._see = link(self.tr("See them"), "changes-see", self)
        self._see.clicked.connect(self.wanted)
        flow.addWidget(self._words)
        flow.addWidget(self._see)
        self.hide()

    def show_made(self, changes: tuple[Change, ...], longer: tuple[str, ...], back: int = 0) -> None:
        """Say how many lines are back, what was changed, and which words that hold a name were not."""
        parts = [self.back_words(back)] if back else []
        if changes:
            parts.append(self._counted(len(changes)))
        if longer:
            listed = ", ".join(map(word, longer[:MOST_WORDS]))
            more = len(longer) > MOST_WORDS
            stay = (
                self.tr("These stay as they are: {0}, and more.") if more else self.tr("These stay as they are: {0}.")
            )
            parts.append(stay.format(listed))
        if back and parts[0] not in self._words.text():
            announce(self, parts[0])
        self._words.setText(" ".join(parts))
        self._see.setAccessibleDescription(self._words.text())
        self.setVisible(bool(parts))

    def back_words(self, number: int) -> str:
        """Say that lines that were left out are in the copy again, and why."""
        if number == 1:
            return self.tr("A line that was left out is back, because its answer has changed.")
        return self.tr("{0} lines that were left out are back, because their answers have changed.").format(number)

    def _counted(self, number: int) -> str:
        words = self.tr("1 change in this copy.") if number == 1 else self.tr("{0} changes in this copy.")
        return words.format(number)
