"""Reads the list of what was written, opens it, and moves it to the bin and back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Session
from kat_journal.domain.ids import FormId, ResponseId, Uid
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import dated
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.write.model import PAGE
from kat_journal.gui.write.view import WriteView
from kat_journal.services.courses import session_numbers
from kat_journal.services.written import MOST_HITS, Written

T = TypeVar("T")
FREE_PAGE = FormId("core:free-page")


class WritePresenter(QObject):
    """Decides what the Write page does."""

    def __init__(self, view: WriteView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.new_wanted.connect(self._on_new)
        view.opened.connect(self._on_opened)
        view.versions_wanted.connect(self._on_versions)
        view.bin_wanted.connect(self._on_bin)
        view.shelf_wanted.connect(self._on_shelf)
        view.kept_wanted.connect(self._on_kept)
        view.trashed.connect(self._on_trashed)
        view.restored.connect(self._on_restored)
        view.more_wanted.connect(self._on_more)
        view.looked_for.connect(self._load)
        self._asked = [0]
        """How many lists were asked for; an earlier one that waits for its turn is not read, nor shown if it was."""
        self._load()
        self._load_places()

    def _load(self) -> None:
        written, words, within = self._context.journal.written, self._view.finding.words(), self._view.finding.within()
        self._asked[0] += 1
        work = partial(written.find, words, within) if words.strip() else partial(written.newest, PAGE, None, within)
        show = self._show_found if words.strip() else self._view.show_rows
        asked = self._asked[0]
        self._read(partial(_unless_overtaken, asked, self._asked, work), partial(self._show_if_last, asked, show))

    def _load_places(self) -> None:
        """The sessions to choose from, and the days with words, read once."""
        journal = self._context.journal

        def places() -> tuple[tuple[Session, ...], frozenset[date]]:
            return journal.courses.sessions(), journal.written.days()

        self._read(places, self._show_places)

    def _read(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _show_if_last(self, asked: int, show: Callable[[Sequence[Written]], None], rows: Sequence[Written]) -> None:
        if asked == self._asked[0]:
            show(rows)

    def _show_found(self, rows: Sequence[Written]) -> None:
        self._view.show_found(rows, cut=len(rows) >= MOST_HITS)

    def _show_places(self, places: tuple[tuple[Session, ...], frozenset[date]]) -> None:
        sessions, days = places
        ordinal = self._context.journal.messages.ordinal
        numbers = session_numbers(sessions)
        named = [
            (session.id, self.tr("{0} session, {1}").format(ordinal(numbers[session.id]), dated(day)))
            for session in reversed(sessions)
            if session.id in numbers and session.start is not None
            for day in (local_day(session.start, session.zone),)
        ]
        self._view.finding.show_sessions(named)
        clock = self._context.clock
        self._view.finding.show_days(days, local_day(clock.now(), clock.zone()))

    def _on_more(self, last: ResponseId) -> None:
        newest = partial(self._context.journal.written.newest, PAGE, last, self._view.finding.within())
        self._read(newest, partial(self._show_if_last, self._asked[0], self._view.append_rows))

    def _on_new(self) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, form_id=FREE_PAGE))

    def _on_opened(self, uid: str) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, response_uid=Uid(uid)))

    def _on_versions(self, uid: str) -> None:
        self._context.navigator.go(Place(PageName.VERSIONS, response_uid=Uid(uid)))

    def _on_bin(self) -> None:
        self._context.navigator.go(Place(PageName.BIN))

    def _on_kept(self) -> None:
        self._context.navigator.go(Place(PageName.CARRY))

    def _on_shelf(self) -> None:
        self._context.navigator.go(Place(PageName.SHELF))

    def _on_trashed(self, row: Written) -> None:
        self._context.tasks.journal(
            partial(self._context.journal.responses.trash, row.uid),
            context=self,
            then=lambda _: self._view.show_trashed(row),
            failed=self._on_move_failed,
        )

    def _on_restored(self, uid: str) -> None:
        self._context.tasks.journal(
            partial(self._context.journal.responses.restore, Uid(uid)),
            context=self,
            then=lambda _: self._load(),
            failed=self._on_move_failed,
        )

    def _on_move_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))
        self._load()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))


def _unless_overtaken(asked: int, newest: list[int], work: Callable[[], Sequence[Written]]) -> Sequence[Written]:
    """What was asked for, unless another key was pressed before its turn came; runs on the journal thread."""
    return work() if asked == newest[0] else ()
