"""When to get help after a session: every line, the same for everyone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kat_journal.domain.flags import Level
from kat_journal.gui.support.contents import Contents, HelpRow
from kat_journal.gui.support.rows import Rows
from kat_journal.gui.widgets.card import Box, Card, Variant
from kat_journal.gui.widgets.texts import Text, body, small, subheading


class HelpLine(Box):
    """One line of the page; the one that an advice card pointed to stands in a warm box."""

    def __init__(self, row: HelpRow, *, marked: bool, parent: QWidget | None = None) -> None:
        """Show the line; a marked one can be found by the keyboard and a screen reader."""
        kind, variant = ("notice", Variant.WARM) if marked else ("help-line", Variant.PLAIN)
        super().__init__(kind, variant, f"help-line-{row.id}", parent)
        self.setAccessibleName(row.text)
        self.words = body(row.text)
        self.column.addWidget(self.words)
        if marked:  # no focus proxy: with one, Tab goes round between this line and what stands below
            self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class HelpCard(Card):
    """Lines grouped by how soon they ask to be acted on.

    Attributes:
        marked: The words of the line that the person was sent to.
    """

    def __init__(self, marked: str, parent: QWidget | None = None) -> None:
        """Make an empty page that will mark the line of that id, if there is one."""
        super().__init__(parent, name="help")
        self._marked_id = marked
        self._title = subheading("")
        self.column.addWidget(self._title)
        self._rows = Rows(self, gap=10)
        self.column.addWidget(self._rows)
        self._review = small("", "help-review")
        self.column.addWidget(self._review)
        self.marked: Text | None = None
        self._shown: tuple[HelpRow, ...] = ()

    def show_help(self, contents: Contents) -> None:
        """Show the whole page."""
        if contents.help_rows == self._shown:
            return
        self._shown = contents.help_rows
        self._title.setText(contents.help_title)
        self._review.setText(contents.help_review)
        self._rows.clear()
        self.marked = None
        for level in (Level.EMERGENCY, Level.CALL, Level.MENTION):
            self._rows.column.addWidget(self._heading(level))
            for row in (row for row in contents.help_rows if row.level is level):
                line = HelpLine(row, marked=row.id == self._marked_id, parent=self._rows)
                if row.id == self._marked_id:
                    self.marked = line.words
                self._rows.column.addWidget(line)

    def _heading(self, level: Level) -> Text:
        texts = {
            Level.EMERGENCY: self.tr("Now"),
            Level.CALL: self.tr("Today"),
            Level.MENTION: self.tr("Before the next session"),
        }
        heading = small(texts[level], f"help-{level}")
        heading.setContentsMargins(0, 8, 0, 0)
        return heading
