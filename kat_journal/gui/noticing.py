"""Desktop notices, from the first unlocking to the end of the process; a locked window goes on with instants alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.notices import Moment, NoticePlan, NoticeWords, from_bytes, to_bytes
from kat_journal.gui.dates import day_and_time
from kat_journal.gui.desktop.notices import DesktopNotices

EVERY: Final = 30_000
"""Milliseconds from look to look. Each look asks the clock, so that sleep and a clock that was set change nothing."""


class Reach(StrEnum):
    """Whether this desktop takes notices."""

    UNKNOWN = "unknown"
    TAKES = "takes"
    REFUSES = "refuses"


class Noticing(QObject):
    """Says one thing at a time, and each of them once.

    Signals:
        said: The keys of what is over with the notice that was just shown.
        looked: A look is over; whoever has the journal open brings a fresh plan.
        pressed: The person pressed the notice.
        changed: Whether this desktop takes notices is known now, or known better.

    Attributes:
        reach: Whether it does.
    """

    said = Signal(object)
    looked = Signal()
    pressed = Signal()
    changed = Signal()

    def __init__(
        self,
        clock: Clock,
        make: Callable[[QObject], DesktopNotices],
        is_seen: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Say nothing yet.

        Args:
            clock: Says what time it is.
            make: Makes what speaks to the desktop, when it is first needed.
            is_seen: Whether the notebook is open before the person, who then needs no reminder to open it.
            parent: Its parent.
        """
        super().__init__(parent)
        self.reach = Reach.UNKNOWN
        self._clock = clock
        self._make = make
        self._is_seen = is_seen
        self._desktop: DesktopNotices | None = None
        self._plan: NoticePlan | None = None
        self._said_locked: set[datetime] = set()
        self._said: set[str] = set()  # a journal on a full disk cannot remember it, and brings it again at every look
        self._is_locked = True
        self._timer = QTimer(self, interval=EVERY, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def said_while_locked(self) -> frozenset[datetime]:
        """The instants of what was said since the last lock."""
        return frozenset(self._said_locked)

    @property
    def is_on(self) -> bool:
        """Whether there is a plan, and the journal is open."""
        return self._plan is not None and not self._is_locked

    def begin(self, plan: NoticePlan | None) -> None:
        """The journal is open: go by this plan from now on, without what was said meanwhile; none is silence."""
        self._is_locked = False
        self._go_by(plan.without(self._said_locked) if plan is not None else None)
        self._said_locked.clear()

    def follow(self, plan: NoticePlan | None) -> None:
        """Go by another plan; one that comes when the journal is locked already is dropped with its words."""
        if self._is_locked:
            return
        before, now = self._plan, self._clock.now()
        if plan is not None:
            plan = replace(plan, moments=tuple(one for one in plan.moments if one.key not in self._said))
        if plan is not None and before is not None and self._is_seen():
            known = {moment.key for moment in before.moments}
            just_made = [moment for moment in plan.standing(now) if moment.key not in known]
            if just_made:  # by the person, a moment ago: they need not hear of it
                plan = replace(plan, moments=tuple(one for one in plan.moments if one not in just_made))
                self._is_over(just_made)
        self._go_by(plan)

    def lock(self) -> None:
        """The journal is locked: keep the instants and nothing else."""
        self._is_locked = True
        self._said.clear()
        if self._plan is not None:
            self._plan = self._plan.bare()

    def kept(self) -> bytes:
        """The instants, for the process that takes over; nothing where there is nothing to say."""
        plan = self._plan
        return to_bytes(plan, self._clock.now()) if plan is not None else b""

    def take_up(self, kept: bytes) -> None:
        """Go on where the process before this one left off, locked."""
        self._is_locked = True
        self._go_by(from_bytes(kept) if kept else None)

    def tick(self) -> None:
        """Look at the clock, and say what has come."""
        plan = self._plan
        if plan is None:
            return
        ripe = plan.ripe(self._clock.now(), self._clock.zone())
        if ripe:
            instants = [moment.at for moment in ripe]
            self._plan = plan.without(instants)
            if self._is_locked:
                self._said_locked.update(instants)
            if ripe[0].words is not NoticeWords.NOTEBOOK or not self._is_seen():
                self._tell(ripe[0])
            self._is_over(ripe)
        self.looked.emit()

    def show_one(self) -> None:
        """Show what a notice looks like."""
        self._tell(Moment(self._clock.now(), self._clock.now()))

    def _is_over(self, moments: Sequence[Moment]) -> None:
        """Say none of these again, whether or not the journal can remember it."""
        keys = tuple(moment.key for moment in moments)
        if not self._is_locked:
            self._said.update(keys)
        self.said.emit(keys)

    def _go_by(self, plan: NoticePlan | None) -> None:
        self._plan = plan
        if plan is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _tell(self, moment: Moment) -> None:
        if self._desktop is None:
            self._desktop = self._make(self)
            self._desktop.taken.connect(self._on_taken)
            self._desktop.refused.connect(self._on_refused)
            self._desktop.clicked.connect(self.pressed)
        zone = self._clock.zone()
        if moment.words is NoticeWords.NOTEBOOK or moment.when is None:
            self._desktop.tell(self.tr("Open the notebook?"), "")
        else:
            today = local_day(self._clock.now(), zone)
            self._desktop.tell(self.tr("Appointment"), day_and_time(moment.when, zone, today))

    def _on_taken(self) -> None:
        self._reach_is(Reach.TAKES)

    def _on_refused(self) -> None:
        self._reach_is(Reach.REFUSES)

    def _reach_is(self, reach: Reach) -> None:
        self.reach = reach
        self.changed.emit()
