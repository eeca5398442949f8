"""What stands at the top of the summary: initials, the name, or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.texts import body

INITIALS, NAME, NOTHING = "initials", "name", "nothing"


class TopChooser(QWidget):
    """Three choices, and the name that two of them need.

    Signals:
        changed: The choice and the name, at each change.
        settled: The same, once typing has ended.
    """

    changed = Signal(str, str)
    settled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        flow.addWidget(body(self.tr("At the top:")))
        options = (
            (INITIALS, self.tr("My initials")),
            (NAME, self.tr("My name")),
            (NOTHING, self.tr("Nothing")),
        )
        self._kinds = Choices("heading", self.tr("At the top"), options, self)
        flow.addWidget(self._kinds)
        self._name = Line(self, name="share-name", accessible=self.tr("My name"), placeholder=self.tr("Your name"))
        flow.addWidget(self._name)
        self._kinds.chosen.connect(self._on_chosen)
        self._name.textEdited.connect(self._on_typed)
        self._name.editingFinished.connect(self._on_settled)

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return self._kinds.first

    @property
    def kind(self) -> str:
        """``initials``, ``name`` or ``nothing``."""
        return self._kinds.key() or INITIALS

    @property
    def name(self) -> str:
        """The name as typed."""
        return self._name.text().strip()

    def show_choice(self, kind: str, name: str) -> None:
        """Show what was kept."""
        self._kinds.set_key(kind)
        self._name.setText(name)
        self._name.setVisible(self.kind != NOTHING)

    def _on_chosen(self) -> None:
        self._name.setVisible(self.kind != NOTHING)
        self.changed.emit(self.kind, self.name)
        self.settled.emit(self.kind, self.name)

    def _on_typed(self) -> None:
        self.changed.emit(self.kind, self.name)

    def _on_settled(self) -> None:
        self.settled.emit(self.kind, self.name)
