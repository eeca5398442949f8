"""Notices on the desktop: whether, and when not."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.notices import Quiet
from kat_journal.gui.noticing import Reach
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import Number
from kat_journal.gui.widgets.texts import body, field_label, muted, subheading
from kat_journal.services.notices import NoticeChoice


class DesktopCard(Card):
    """A switch, and what it means.

    Signals:
        switched: Whether notices are on now.
        quiet_chosen: The hours in which nothing is said.
        one_asked: The person wants to see a notice.
    """

    switched = Signal(bool)
    quiet_chosen = Signal(object)
    one_asked = Signal()

    def __init__(self, parent: QWidget | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent, name="desktop-notices")
        self._on = toggle(self.tr("Show notices"), "notices-on")
        self._on.clicked.connect(self.switched)
        self._starts, self._ends = self._hour("quiet-from"), self._hour("quiet-until")
        self._one = link(self.tr("Show me one"), "show-one")
        self._one.clicked.connect(self.one_asked)
        self._state = body("", "notices-state")
        self._state.hide()
        self.column.addWidget(subheading(self.tr("Notices on this computer")))
        for words in self._words(platform):
            self.column.addWidget(muted(words))
        self._on.setAccessibleDescription(" ".join(self._words(platform)))  # what it means, before it is on
        self.column.addWidget(self._on, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(body(self.tr("Nothing is said at night")))
        self.column.addLayout(
            row(self._field(self.tr("From"), self._starts), self._field(self.tr("Until"), self._ends), gap=18)
        )
        self.column.addLayout(row(self._one))
        self.column.addWidget(self._state)

    def show_choice(self, choice: NoticeChoice) -> None:
        """Show what is in force."""
        self._on.setChecked(choice.on)
        for field, hour in ((self._starts, choice.quiet.starts), (self._ends, choice.quiet.ends)):
            field.blockSignals(True)
            field.setValue(hour)
            field.blockSignals(False)

    def show_reach(self, reach: Reach) -> None:
        """Say whether this desktop takes notices, once that is known."""
        words = {
            Reach.UNKNOWN: "",
            Reach.TAKES: self.tr("This desktop shows notices."),
            Reach.REFUSES: self.tr(
                "This desktop did not take the notice. The list on this page works all the same, and so does the "
                "calendar file."
            ),
        }
        if words[reach] != self._state.text():
            announce(self, words[reach])
        self._state.setText(words[reach])
        self._state.setVisible(bool(words[reach]))

    def _words(self, platform: str) -> tuple[str, ...]:
        locked = self.tr(
            "They go on while the journal is locked: the window then knows the times, without any words, and writes "
            "them nowhere. After you start the program, they begin once you have opened the journal."
        )
        if platform == "win32":
            locked = self.tr("After a lock, and after you start the program, they begin once you open the journal.")
        return (
            self.tr(
                "A small notice while this program is running. It says \u201cOpen the notebook?\u201d, or "
                "\u201cAppointment\u201d with day and time, and nothing else: one at a time, each thing once, and none "
                "from a session until the next morning."
            ),
            self.tr("Some desktops add the name of the program, or show notices on their lock screen."),
            locked,
        )

    def _hour(self, name: str) -> Number:
        field = Number(self)
        field.setObjectName(name)
        field.setRange(0, 23)
        field.setSuffix(":00")
        field.setWrapping(True)
        field.valueChanged.connect(self._on_hour)
        return field

    def _field(self, words: str, field: Number) -> Fields:
        fields = Fields(self)
        field.setAccessibleName(self.tr("Nothing is said at night: {0}").format(words))
        fields.column.addWidget(field_label(words, field))
        fields.column.addWidget(field)
        return fields

    def _on_hour(self) -> None:
        self.quiet_chosen.emit(Quiet(self._starts.value(), self._ends.value()))
