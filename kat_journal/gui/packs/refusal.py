"""Why a pack cannot be added: a plain sentence for the person, the exact lines for whoever made it."""

from math import ceil

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from kat_journal.errors import KatJournalError
from kat_journal.gui.packs.words import refused
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.texts import Text, body, subheading

MOST = 40
"""Lines that are shown."""


class _Lines(Text):
    """Many lines that can be marked: Qt sets them apart by a part of a pixel more than whole ones."""

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        lines = super().heightForWidth(width) // self.fontMetrics().lineSpacing()
        return ceil(lines * (QFontMetricsF(self.font()).lineSpacing() + 0.5)) + 2


class RefusalCard(Card):
    """Says that nothing was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="pack-refusal", variant="warm")
        self.column.addWidget(subheading(self.tr("This pack cannot be added")))
        self._reason = body("", "refusal-reason")
        self.column.addWidget(self._reason)
        self.column.addWidget(body(self.tr("For the person who made it:")))
        self._lines = _Lines("", "body", "refusal-lines", self)
        self._lines.set_selectable()
        self.column.addWidget(self._lines)
        self.hide()

    def show_error(self, error: KatJournalError) -> str:
        """Show it; gives the words that a screen reader says."""
        lines = str(error).splitlines()
        reason = refused(lines[0] if lines else "")
        words = self.tr("{0} Nothing was changed.").format(reason)
        self._reason.setText(words)
        shown = lines[:MOST]
        if len(lines) > MOST:
            shown.append(self.tr("and {0} more").format(len(lines) - MOST))
        self._lines.setText("\n".join(shown))
        self._lines.setAccessibleName(self.tr("For the person who made it: {0}").format(lines[0] if lines else ""))
        self.show()
        return words
