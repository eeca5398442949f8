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

    def __init__(self, row: HelpRow, parent: QWidget | None = None) -> None:
        super().__init__("help-line", Variant.PLAIN, f"help-line-{row.id}", parent)
        self.setAccessibleName(row.text)
        self.column.addWidget(body(row.text))

    def mark(self) -> None:
        """Make it stand out, and let the keyboard and a screen reader find it."""
        self.setProperty("kind", "notice")
        self.variant = Variant.WARM
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class HelpCard(Card):
    """Lines grouped by how soon they ask to be acted on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="help")
        self._title = subheading("")
        self.column.addWidget(self._title)
        self._rows = Rows(self, gap=10)
        self.column.addWidget(self._rows)
        self._review = small("", "help-review")
        self.column.addWidget(self._review)
        self._lines: dict[str, HelpLine] = {}
        self._shown: tuple[HelpRow, ...] = ()

    def show_help(self, contents: Contents) -> None:
        """Show the whole page."""
        if contents.help_rows == self._shown:
            return
        self._shown = contents.help_rows
        self._title.setText(contents.help_title)
        self._review.setText(contents.help_review)
        self._rows.clear()
        self._lines.clear()
        for level in (Level.EMERGENCY, Level.CALL, Level.MENTION):
            self._rows.column.addWidget(self._heading(level))
            for row in (row for row in contents.help_rows if row.level is level):
                line = HelpLine(row, self._rows)
                self._lines[row.id] = line
                self._rows.column.addWidget(line)

    def mark(self, line_id: str) -> HelpLine | None:
        """Mark a line; None where there is no such line."""
        line = self._lines.get(line_id)
        if line is not None:
            line.mark()
        return line

    def _heading(self, level: Level) -> Text:
        texts = {
            Level.EMERGENCY: self.tr("Now"),
            Level.CALL: self.tr("Today"),
            Level.MENTION: self.tr("Before the next session"),
        }
        heading = small(texts[level], f"help-{level}")
        heading.setContentsMargins(0, 8, 0, 0)
        return heading
