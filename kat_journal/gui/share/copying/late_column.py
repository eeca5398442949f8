"""A long column that is built only once it is seen, and as far as it is read; the keyboard keeps its place in it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.gui.share.column import Column
from kat_journal.gui.widgets.buttons import link


class LateColumn(Column):
    """Remembers how it is to be filled until it is shown, and how many rows of it are wanted."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """Show that many rows until more are asked for."""
        super().__init__(parent)
        self._most = self._limit = most
        self._steps: Callable[[], Iterator[None]] | None = None
        self._waiting: Callable[[], Iterator[None]] | None = None
        self._place_of_focus: int | None = None
        self.ready.connect(self._give_focus)

    def fill_when_seen(self, steps: Callable[[], Iterator[None]]) -> None:
        """Begin anew with these steps, now or when it is next seen."""
        self._waiting = self._steps = steps
        if self.isVisible():
            self._begin()

    def focus_row(self, place: int) -> None:
        """Give the focus to that row, or to the last, once all have their place."""
        self._place_of_focus = place
        if self.is_ready and self._waiting is None:
            self._give_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what has waited."""
        super().showEvent(event)
        self._begin()

    def controls(self) -> list[list[QWidget]]:
        """What can be used in each row; for keeping the keyboard's place."""
        raise NotImplementedError

    def add_more(self, words: str) -> None:
        """Put a way to more rows under those that are shown."""
        more = link(words, f"{self.objectName()}-more")
        more.clicked.connect(self._on_more)
        self.add(more)

    def _on_more(self) -> None:
        steps, shown = self._steps, self._limit
        self._limit += self._most
        if steps is not None:
            self.fill_when_seen(steps)
            self.focus_row(shown)

    def _begin(self) -> None:
        if self._waiting is None:
            return
        steps, self._waiting = self._waiting, None
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            places = (at for at, controls in enumerate(self.controls()) if focused in controls)
            self._place_of_focus = next(places, 0)
        self.fill(steps())

    def _give_focus(self) -> None:
        place, self._place_of_focus = self._place_of_focus, None
        rows = self.controls()
        if place is not None and rows:
            rows[min(place, len(rows) - 1)][0].setFocus(Qt.FocusReason.TabFocusReason)
