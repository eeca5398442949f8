"""A paper on the screen: word for word what will be printed."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.papers.paper import Paper, Part
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.texts import body, heading, quote, subheading


class Preview(Card):
    """Shows one paper at the size of the page's text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent, name="paper-preview")
        self._shown: QWidget | None = None

    def show_paper(self, paper: Paper) -> None:
        """Show a paper in place of the one before."""
        if self._shown is not None:
            self.column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.setParent(None)
            self._shown.deleteLater()
        fields = Fields(self)
        fields.column.addWidget(heading(paper.title, "paper-title"))
        if paper.about:
            fields.column.addWidget(body(paper.about, "paper-about"))
        for part in paper.parts:
            self._add(fields, part)
        self._shown = fields
        self.column.addWidget(fields)

    @staticmethod
    def _add(fields: Fields, part: Part) -> None:
        fields.column.addWidget(subheading(part.heading, f"paper-{part.name}-heading"))
        if part.own:
            fields.column.addWidget(quote("\n".join(part.lines), f"paper-{part.name}"))
            return
        for number, line in enumerate(part.lines):
            fields.column.addWidget(body(line, f"paper-{part.name}-{number}"))
