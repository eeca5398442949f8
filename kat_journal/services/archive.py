"""Everything of a journal as one file for the person's own keeping: JSON that can be brought in again, or a table."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from kat_journal import __version__
from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from kat_journal.export.writing import write_parts
from kat_journal.services.archive_settings import leaves
from kat_journal.services.backup_run import Watch
from kat_journal.services.exports import ExportService, gone_without_record
from kat_journal.services.summaries import SummaryService
from kat_journal.storage.archive import parts
from kat_journal.storage.archive_tables import counts, first_day
from kat_journal.storage.connection import Connection, GivenUp
from kat_journal.storage.shares import Shares

__all__ = ["ArchiveFormat", "ArchiveService", "GivenUp"]


class ArchiveFormat(StrEnum):
    """What a person can take with them."""

    JSON = "json"
    """Everything, what is in the bin and earlier wordings too; a new journal can be made of it."""

    CSV = "csv"
    """Every answer, score, session, small step and question as a table."""


class ArchiveService:
    """Writes such files; changes nothing that the person wrote, and adds one share record for each."""

    def __init__(
        self, connection: Connection, summaries: SummaryService, exports: ExportService, shares: Shares, clock: Clock
    ) -> None:
        self._connection = connection
        self._summaries = summaries
        self._exports = exports
        self._shares = shares
        self._clock = clock

    def suggested_name(self, format: ArchiveFormat) -> str:
        """A file name of today's date alone; for any thread."""
        return f"everything-{local_day(self._clock.now(), self._clock.zone()).isoformat()}.{format}"

    def rows(self) -> int:
        """How many rows the JSON will hold, about: :attr:`Watch.handled` counts up to it."""
        return sum(counts(self._connection).values())

    def save(self, path: Path, format: ArchiveFormat, watch: Watch | None = None, *, overwrite: bool = False) -> None:
        """Write the file whole with its record, or leave neither; see :func:`write_parts` for what else can go wrong.

        Args:
            path: Where.
            format: Which of the two.
            watch: Sees how far the JSON is, and stops either.
            overwrite: Whether a file of that name may be replaced.

        Raises:
            GivenUp: It was stopped.
        """
        watch = watch or Watch()
        watch.step(0)
        if format is ArchiveFormat.CSV:
            self._save_table(path, watch, overwrite)
            return
        digest = hashlib.sha256()
        with closing(parts(self._connection, f"KAT Journal {__version__}", leaves)) as lines:
            write_parts(path, _watched(lines, watch, digest), overwrite=overwrite)
        with gone_without_record(path, digest.hexdigest()):
            self._record(path, digest.hexdigest())

    def _save_table(self, path: Path, watch: Watch, overwrite: bool) -> None:
        """The very file that ``export --everything --format csv`` writes, in steps between which it can be stopped."""
        summaries, exports, format = self._summaries, self._exports, ArchiveFormat.CSV
        material = summaries.material(summaries.whole_period())
        watch.step(0)
        chosen = frozenset(one.key for one in summaries.candidates(material))
        watch.step(0)
        summary = summaries.compose(material, chosen, replace(summaries.choice(), everything=True))
        watch.step(0)
        data = exports.render(summary, format)
        watch.step(0)
        keys = summaries.leaving(material, chosen)
        exports.save_recorded(data, path, material.period, keys, format, overwrite=overwrite, everything=True)

    def _record(self, path: Path, sha256: str) -> None:
        today = local_day(self._clock.now(), self._clock.zone())
        first = first_day(self._connection) or today
        self._shares.add(
            ShareRecord(
                uid=Uid(str(uuid4())),
                made_at=self._clock.now(),
                format=ArchiveFormat.JSON,
                sha256=sha256,
                starts=min(first, today),
                ends=today,
                file=str(path.absolute()),
                keys=(EVERYTHING,),
            )
        )


def _watched(lines: Iterable[bytes], watch: Watch, digest: "hashlib._Hash") -> Iterator[bytes]:
    for line in lines:
        watch.step(1)
        digest.update(line)
        yield line
