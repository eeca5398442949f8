"""Grounding, one step at a time. It never opens by itself."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import Text, subheading


class GroundingCard(Card):
    """Shows one step, and the next when asked. After the last it begins again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="grounding")
        self._steps: tuple[str, ...] = ()
        self._at = 0
        self.column.addWidget(subheading(self.tr("Ground me")))
        self._step = Text("", "body", "ground-step", self)
        self.column.addWidget(self._step)
        row = QWidget(self)
        flow = FlowLayout(row)
        self.next = secondary(self.tr("Next"), "ground-next")
        self.next.clicked.connect(self._on_next)
        flow.addWidget(self.next)
        self.column.addWidget(row)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Take the steps; where the person is stays as it is."""
        self._steps = steps
        self._at = min(self._at, max(0, len(steps) - 1))
        self._show()

    def announce_step(self) -> None:
        """Let a screen reader say the step."""
        announce(self._step, self._step.text())

    def _on_next(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._steps))
        self._show()
        self.announce_step()

    def _show(self) -> None:
        if self._steps:
            self._step.setText(self._steps[self._at])
            self.next.setAccessibleDescription(self._steps[self._at])
            last = self._at == len(self._steps) - 1
            self.next.setText(self.tr("Begin again") if last else self.tr("Next"))
