"""Choosing what stays readable: a warning first, a tick for each thing, and exactly what anyone will read."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.gui.support.readable import CardWords
from kat_journal.gui.support.rows import Rows
from kat_journal.gui.widgets.buttons import Button, link, primary, toggle
from kat_journal.gui.widgets.card import Box, Variant
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.texts import body, field_label, muted, small, subheading

LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class _Tick:
    button: Button
    what: ReadablePerson | ReadablePart


class Choosing(Fields):
    """Asks for each person, each part of the plan and one line; nothing is ticked that was not chosen before.

    Signals:
        kept: The card, exactly as it is shown.
        left: The person thought better of it.
        changed: What is shown is another card now.
    """

    kept = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[_Tick] = []
        self._warning = self._box("readable-warning", self._words_of_warning())
        self._calm = muted(self.tr("You had a session today. This can wait until tomorrow."), "readable-calm")
        self._people = Rows(self)
        self._line = Line(self, name="readable-own-line")
        self._line.setMaxLength(LONGEST_LINE)
        self._line.textChanged.connect(self._show)
        self._title = subheading(self.tr("This is all that anyone can read"))
        self._preview = CardWords("preview", self)
        self._keep = primary(self.tr("Keep this readable"), "readable-keep")
        self._keep.clicked.connect(self._on_keep)
        leave = link(self.tr("Not now"), "readable-leave")
        leave.clicked.connect(self.left)
        for one in (self._warning, self._calm, self._people):
            self.column.addWidget(one)
        self.column.addWidget(field_label(self.tr("A line of your own"), self._line))
        for two in (self._line, self._title, self._preview):
            self.column.addWidget(two)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 16)
        flow.addWidget(self._keep)
        flow.addWidget(leave)
        self.column.addWidget(buttons)

    def begin(
        self,
        card: ReadableCard,
        people: tuple[ReadablePerson, ...],
        plan: tuple[ReadablePart, ...],
        *,
        calm: bool,
    ) -> None:
        """Offer what can be chosen; what is on the card already starts ticked, with the words of today."""
        self._people.clear()
        self._ticks = []
        uids, items = {one.uid for one in card.people}, {one.item_id for one in card.plan}
        group = self._group(self.tr("My people"), there=bool(people))
        for number, person in enumerate(people):
            words = f"{person.name or self.tr('Clinic')}, {person.number}"
            group.addWidget(self._tick(words, f"readable-person-{number}-tick", person, ticked=person.uid in uids))
        group = self._group(self.tr("From my plan for hard hours"), there=bool(plan))
        for number, part in enumerate(plan):
            name = f"readable-plan-{number}-tick"
            group.addWidget(self._tick(part.heading, name, part, ticked=part.item_id in items))
        if not self._ticks:
            words = self.tr("Nobody is on Support yet, and your plan has no words. A line can be kept readable.")
            self._people.column.addWidget(muted(words))
        self._calm.setVisible(calm)
        self._line.setText(card.line)
        self._show()
        self.show()
        first = self._ticks[0].button if self._ticks else self._line
        for control in (first, self._keep):  # the warning is above them, where no focus comes by
            control.setAccessibleDescription(self._words_of_warning())
        first.setFocus()

    def card(self) -> ReadableCard:
        """What is chosen now."""
        chosen = [tick.what for tick in self._ticks if tick.button.isChecked()]
        return ReadableCard(
            self._line.text().strip(),
            tuple(one for one in chosen if isinstance(one, ReadablePerson)),
            tuple(one for one in chosen if isinstance(one, ReadablePart)),
        )

    def _group(self, title: str, *, there: bool) -> FlowLayout:
        holder = QWidget(self._people)
        if there:
            self._people.column.addWidget(small(title))
            self._people.column.addWidget(holder)
        return FlowLayout(holder, 8)

    def _tick(self, words: str, name: str, what: ReadablePerson | ReadablePart, *, ticked: bool) -> Button:
        button = toggle(words, name)
        button.setChecked(ticked)
        button.clicked.connect(self._show)
        self._ticks.append(_Tick(button, what))
        return button

    def _show(self) -> None:
        card = self.card()
        self._preview.show_card(card)
        self._title.setVisible(not card.is_empty)
        self._preview.setVisible(not card.is_empty)
        self._keep.setEnabled(not card.is_empty)
        self.changed.emit()

    def _on_keep(self) -> None:
        self.kept.emit(self.card())

    def _words_of_warning(self) -> str:
        return self.tr(
            "Anyone who uses this computer can read what you choose here, without your passphrase, and could change "
            "it. So can other programs. It stands in a plain file beside your journal. When you turn it off, the file "
            "is overwritten and removed, but on many disks, on sticks and in folders that are synced, old copies can "
            "still be found with special tools. Choose only what anyone may see."
        )

    def _box(self, name: str, words: str) -> Box:
        box = Box("notice", Variant.WARM, name, self)
        box.setAccessibleName(words)
        box.column.addWidget(body(words, f"{name}-text"))
        return box
