"""Brings the plan of notices from the open journal, and remembers what was said; lives from unlock to lock."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from kat_journal.domain.notices import NoticePlan
from kat_journal.gui.context import PageContext
from kat_journal.gui.noticing import Noticing
from kat_journal.gui.tasks import ignore

FIRST: Final = 3_000
"""Milliseconds after unlocking: by then the first page has been read."""


class LookingAhead(QObject):
    """Keeps the plan fresh: at unlocking, at every look, and whenever the person goes to another page."""

    def __init__(self, context: PageContext, noticing: Noticing, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._noticing = noticing
        self._is_over = False
        noticing.said.connect(self._on_said)
        noticing.looked.connect(self.refresh)
        context.navigator.moved.connect(self.refresh)
        QTimer.singleShot(FIRST, self, self.begin)

    # What is connected outlives this: without a Slot, PySide makes one as it connects, and may miss it at the end.
    @Slot()
    def begin(self) -> None:
        """Read the first plan; what stands there now has been seen by whoever unlocked."""
        work = partial(self._context.journal.notices.begin, self._noticing.said_while_locked)
        self._context.tasks.journal(work, context=self, then=self._on_begun, failed=ignore)

    @Slot()
    def refresh(self) -> None:
        """Read the plan again, if there is one."""
        if self._noticing.is_on and not self._is_over:
            work = self._context.journal.notices.plan
            self._context.tasks.journal(work, context=self, then=self._noticing.follow, failed=ignore)

    def stop(self) -> None:
        """The journal is being locked: nothing but instants is left from here on."""
        self._is_over = True
        self._noticing.lock()

    def _on_begun(self, plan: NoticePlan | None) -> None:
        if not self._is_over:
            self._noticing.begin(plan)

    @Slot(object)
    def _on_said(self, keys: tuple[str, ...]) -> None:
        if not self._is_over:
            told = partial(self._context.journal.notices.told, keys)
            self._context.tasks.journal(told, context=self, failed=ignore)
