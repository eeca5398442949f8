"""The list of names that the person keeps, each with what stands instead."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.share.copying.late_column import LateColumn
from kat_journal.gui.share.copying.wording import isolated
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.texts import body, muted
from kat_journal.services.replacements import Replacement

MOST = 100
"""Names that are shown until more are asked for."""


class NameRow(QWidget):
    """One name.

    Signals:
        change_wanted: It is to be changed.
        off_wanted: It is to be taken off the list.
    """

    change_wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, one: Replacement, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = one
        self.setObjectName(f"copy-name-{number}")
        about = self.tr("leaves as {0}, only with these capitals") if one.as_written else self.tr("leaves as {0}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(body(one.name, f"copy-name-{number}-name"))
        words.addWidget(muted(about.format(isolated(one.instead)), f"copy-name-{number}-instead"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        self.change = link(self.tr("Change"), f"copy-name-{number}-change")
        self.off = link(self.tr("Take off"), f"copy-name-{number}-off")
        for button, wanted in ((self.change, self._on_change), (self.off, self._on_off)):
            button.setAccessibleDescription(one.name)
            button.clicked.connect(wanted)
            line.addWidget(button)

    def _on_change(self) -> None:
        self.change_wanted.emit(self.one)

    def _on_off(self) -> None:
        self.off_wanted.emit(self.one)


class NameList(LateColumn):
    """All names, in the order in which they were added.

    Signals:
        change_wanted: A name is to be changed.
        off_wanted: A name is to be taken off.
    """

    change_wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST, parent)
        self.setObjectName("copy-names")
        self._named: list[NameRow] = []

    def show_names(self, names: tuple[Replacement, ...]) -> None:
        """Show the list."""
        self.fill_when_seen(partial(self._build, names))

    def controls(self) -> list[list[QWidget]]:
        """The two buttons of each."""
        return [[row.change, row.off] for row in self._named]

    def _build(self, names: tuple[Replacement, ...]) -> Iterator[None]:
        self._named = []
        for number, one in enumerate(names[: self._limit]):
            row = NameRow(one, number, self)
            row.change_wanted.connect(self.change_wanted)
            row.off_wanted.connect(self.off_wanted)
            self._named.append(row)
            self.add(row)
            yield
        if len(names) > self._limit:
            self.add_more(self.tr("Show more names"))
