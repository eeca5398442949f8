"""The list of what left: newest first, some at a time, and built in slices so that the window never stops for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.shared.row import SharedRow
from kat_journal.gui.shared.stack import Stack
from kat_journal.gui.widgets.reading_order import tab_on_to
from kat_journal.services.shared import FileState

AT_ONCE = 20
"""How many are shown before a person asks for more."""

GAP = 12


class SharedRows(Stack):
    """A row for each.

    Signals:
        begun: The first row stands.
        ready: The records whose rows stand since the last time.
    """

    begun = Signal()
    ready = Signal(object)

    def __init__(self, make: Callable[[ShareRecord, int], SharedRow], parent: QWidget | None = None) -> None:
        """Make an empty list; ``make`` gives the row of a record at its place."""
        super().__init__(GAP, parent)
        self._make = make
        self._records: tuple[ShareRecord, ...] = ()
        self.rows: list[SharedRow] = []
        self._told = 0
        self.settled.connect(self._on_settled)

    @property
    def has_more(self) -> bool:
        """Whether some of them are not shown."""
        return len(self.rows) < len(self._records)

    def show_records(self, records: Sequence[ShareRecord], least: int = AT_ONCE) -> None:
        """Show the first of them, at least that many."""
        self.clear()
        self.rows.clear()
        self._told = 0
        self._records = tuple(records)
        self.show_more(max(least, AT_ONCE))

    def show_more(self, many: int = AT_ONCE) -> None:
        """Show the next ones."""
        coming = self._records[len(self.rows) : len(self.rows) + many]
        if coming and self.is_settled:
            self.go_on(self._build(coming))

    def show_states(self, states: Mapping[Uid, FileState]) -> None:
        """Say where the files are."""
        self.go_on(self._tell(states))

    def of_file(self, record: ShareRecord) -> list[SharedRow]:
        """Its row, and every other one that speaks of the same file."""
        same = (record.file, record.sha256)
        return [one for one in self.rows if (one.record.file, one.record.sha256) == same]

    def row(self, record: ShareRecord) -> SharedRow | None:
        """The row of that record."""
        return next((one for one in self.rows if one.record.uid == record.uid), None)

    def _build(self, coming: Sequence[ShareRecord]) -> Iterator[None]:
        for record in coming:
            one = self._make(record, len(self.rows))
            self.rows.append(one)
            self.add(one)
            if len(self.rows) == 1:
                self.begun.emit()
            else:
                tab_on_to(self.rows[-2].column, one.column)
            yield

    def _on_settled(self) -> None:
        fresh = self.rows[self._told :]
        self._told = len(self.rows)
        if fresh:
            self.ready.emit(tuple(one.record for one in fresh))

    def _tell(self, states: Mapping[Uid, FileState]) -> Iterator[None]:
        for one in tuple(self.rows):
            if one.record.uid in states:
                one.show_state(states[one.record.uid])
                self.measure(one)
                yield
