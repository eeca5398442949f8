"""What else may be said of a symptom once it is rated: when it began, whether it is gone, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.texts import small
from kat_journal.gui.widgets.tokens import Restyled, size_token


class SymptomDetails(QFrame, Restyled):
    """Two small questions, one after the other, and a note; all optional.

    Signals:
        changed: The person changed one of them.
    """

    changed = Signal()
    gap = size_token("gap")
    small_gap = size_token("small_gap")

    def __init__(self, name: str, words: str, note: bool, parent: QWidget | None = None) -> None:
        """Make them empty; the note is offered only where the item allows one."""
        super().__init__(parent)
        self.setProperty("kind", "rows")
        self._offers_note = note
        self._flows: list[FlowLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        began = [
            ("just-after", self.tr("Just after")),
            ("later-that-day", self.tr("Later that day")),
            ("next-day", self.tr("Next day")),
            ("later", self.tr("Later")),
        ]
        over = [
            ("yes", self.tr("Yes")),
            ("partly", self.tr("Partly")),
            ("no", self.tr("No")),
            ("unknown", self.tr("I don't know")),
        ]
        self._gone, over_line = self._add_question(f"{name}-gone", self.tr("Is it gone?"), over, words)
        self._started, self._began = self._add_question(f"{name}-started", self.tr("When did it start?"), began, words)
        self._gone.chosen.connect(self._show_parts)
        self._offer = link(self.tr("Add a note"), f"{name}-add-note", over_line)
        self._offer.setAccessibleName(self.tr("{0}: add a note").format(words))
        self._note = Line(self, name=f"{name}-note", accessible=self.tr("{0}: note").format(words))
        self._note.setPlaceholderText(self.tr("Anything to add?"))
        self._flows[0].addWidget(self._offer)  # beside the first question: a long list of ticked rows stays short
        self._column.addWidget(self._note)
        self._offer.clicked.connect(self.open_note)
        self._note.textEdited.connect(self.changed)
        self._show_parts()

    def stops(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in order, shown or not."""
        return (*self._gone, self._offer, *self._started, self._note)

    def started(self) -> str:
        """When it began."""
        return self._started.key()

    def gone(self) -> str:
        """Whether it is over."""
        return self._gone.key()

    def note(self) -> str:
        """The person's words."""
        return self._note.text()

    def set_values(self, started: str, gone: str, note: str) -> None:
        """Show other answers, without a signal."""
        self._started.set_key(started)
        self._gone.set_key(gone)
        if self._note.text() != note:
            self._note.setText(note)
        self._show_parts()

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        self._column.setSpacing(self.small_gap)
        for flow in self._flows:
            flow.setSpacing(self.small_gap)

    def _add_question(self, name: str, ask: str, options: list[tuple[str, str]], words: str) -> tuple[Choices, QWidget]:
        line = QWidget(self)
        flow = FlowLayout(line)
        flow.addWidget(small(ask, "", line))
        choices = Choices(name, self.tr("{0}, {1}").format(words, ask), options, line, upright=False)
        flow.addWidget(choices)
        choices.chosen.connect(self.changed)
        self._flows.append(flow)
        self._column.addWidget(line)
        return choices, line

    def open_note(self) -> None:
        """Let the person write at once."""
        self._offer.hide()
        self._note.show()
        self._note.setFocus()

    def _show_parts(self) -> None:
        # One question at a time: the second comes with the answer to the first.
        self._began.setVisible(bool(self._gone.key() or self._started.key()))
        written = bool(self._note.text()) or self._note.hasFocus()
        self._offer.setVisible(self._offers_note and not written)
        self._note.setVisible(self._offers_note and written)
