"""One form of a pack that is looked at: its questions as they will be asked, and what it may show."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.packs.words import about_question, questions, scoring, shows, sources, tr
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, small, subheading
from kat_journal.services.packs import OfferedForm


class FormPart(Card):
    """A title and a place; the rest is made when it is asked for.

    Attributes:
        button: Shows and hides the questions.
    """

    def __init__(self, offered: OfferedForm, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=f"pack-form-{number}", variant="low")
        self._offered = offered
        self._number = number
        self._inside: QWidget | None = None
        self.column.addWidget(subheading(offered.form.title))
        self.column.addWidget(muted(shows(offered), f"pack-form-{number}-shows"))
        self.button = link(questions(offered.form, shown=False), f"pack-form-{number}-questions")
        self.button.setAccessibleDescription(offered.form.title)
        self.button.clicked.connect(self._on_clicked)
        self.column.addLayout(row(self.button))

    def _on_clicked(self) -> None:
        if self._inside is None:
            self._inside = self._made()
            self.column.addWidget(self._inside)
            self._inside.show()
        else:
            self._inside.setVisible(self._inside.isHidden())
        self.button.setText(questions(self._offered.form, shown=not self._inside.isHidden()))

    def _made(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        form = self._offered.form
        column.addWidget(muted(form.about))
        for place, item in enumerate(form.items):
            column.addSpacing(4)
            column.addWidget(body(item.ask, f"pack-form-{self._number}-ask-{place}"))
            column.addWidget(small(about_question(item)))
        if form.scores:
            column.addSpacing(8)
            column.addWidget(
                small(tr("Counted: {0}").format(scoring(form.scores)), f"pack-form-{self._number}-counted")
            )
        if self._offered.cards:
            column.addSpacing(8)
            column.addWidget(body(tr("Some answers bring up this advice:")))
        for place, text in enumerate(self._offered.cards):
            column.addWidget(muted(text, f"pack-form-{self._number}-card-{place}"))
        column.addWidget(small(tr("From: {0}").format(sources(form)), f"pack-form-{self._number}-source"))
        return inside
