"""The bin: what was moved there waits thirty days, can come back until then, and is deleted for good after that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Response
from kat_journal.services.courses import CourseService
from kat_journal.services.written import first_words
from kat_journal.storage.bin import Bin
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots

DAYS: Final = 30
"""How long what is in the bin waits."""


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin.

    Attributes:
        title: The form's title as it was then.
        session_number: Which session it belongs to, if any.
        words: The person's first words in it, or empty.
        moved_on: The local day on which it was moved here.
        days_left: Days until it is deleted for good.
    """

    uid: Uid
    title: str
    day: date
    session_number: int | None
    words: str
    moved_on: date
    days_left: int


class BinService:
    """Lists the bin, takes things out of it, and empties it."""

    def __init__(
        self,
        the_bin: Bin,
        responses: Responses,
        snapshots: Snapshots,
        courses: CourseService,
        clock: Clock,
        forget: Callable[[Uid], None],
    ) -> None:
        self._bin = the_bin
        self._responses = responses
        self._snapshots = snapshots
        self._courses = courses
        self._clock = clock
        self._forget = forget

    def trashed(self) -> tuple[Binned, ...]:
        """What is in the bin, the latest moved there first."""
        return tuple(self._binned(response) for response in self._responses.trashed())

    def restore(self, uid: Uid) -> None:
        """Take it out of the bin."""
        self._responses.restore(uid)

    def purge(self, uid: Uid) -> None:
        """Delete it for good; only backups made before may still hold it."""
        self._purge([uid])

    def empty(self) -> None:
        """Delete everything in the bin for good."""
        self._purge([response.uid for response in self._responses.trashed()])

    def purge_old(self) -> None:
        """Delete for good what has waited its thirty days; called after every unlocking, when the page is shown."""
        self._purge([one.uid for one in self._responses.trashed() if self._days_left(one) == 0])
        self._bin.tidy_at_leisure()

    def _purge(self, uids: Sequence[Uid]) -> None:
        gone = self._bin.purge(uids)
        for uid in gone:
            self._forget(uid)
        if gone:
            self._bin.tidy()

    def _binned(self, response: Response) -> Binned:
        form = self._snapshots.form(response.form_digest)
        number = self._courses.number_of(response.session_id) if response.session_id is not None else 0
        return Binned(
            uid=response.uid,
            title=form.title,
            day=response.day,
            session_number=number or None,
            words=first_words(form, response),
            moved_on=self._moved_on(response),
            days_left=self._days_left(response),
        )

    def _days_left(self, response: Response) -> int:
        """Counted in local days, so that what the list says is what happens; a clock set back adds none."""
        waited = local_day(self._clock.now(), self._clock.zone()) - self._moved_on(response)
        return DAYS - min(max(waited.days, 0), DAYS)

    def _moved_on(self, response: Response) -> date:
        assert response.trashed_at is not None  # noqa: S101 - only what is in the bin comes here
        return local_day(response.trashed_at, self._clock.zone())
