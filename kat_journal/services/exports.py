"""Exports: the document as bytes, saved as a file, and what is remembered of it."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from kat_journal.domain.clock import Clock
from kat_journal.domain.ids import Uid
from kat_journal.domain.material import Period
from kat_journal.domain.messages import Messages
from kat_journal.domain.sharing import ShareRecord
from kat_journal.domain.summary import Summary
from kat_journal.export.registry import format_named, formats
from kat_journal.export.writing import write_file
from kat_journal.services.summaries import SummaryService
from kat_journal.storage.shares import Shares

MARKDOWN = "markdown"


class ExportService:
    """Saves summaries; changes nothing that the person wrote, and adds one share record for each file."""

    def __init__(self, shares: Shares, clock: Clock, messages: Messages) -> None:
        self._shares = shares
        self._clock = clock
        self._messages = messages

    def formats(self) -> tuple[str, ...]:
        """Names of the formats."""
        return tuple(formats())

    def suggested_name(self, period: Period, format: str = MARKDOWN) -> str:
        """A file name of dates only, such as ``summary-2026-10-30-to-2026-11-23.md``."""
        return f"summary-{period.starts.isoformat()}-to-{period.ends.isoformat()}{format_named(format).suffix}"

    def render(self, summary: Summary, format: str = MARKDOWN) -> bytes:
        """The bytes of the file; the preview shows the same ones. May run on the pool."""
        return format_named(format).render(summary, self._messages)

    def save(self, data: bytes, path: Path, *, overwrite: bool = False) -> None:
        """Write the file whole, readable by its owner alone; see :func:`write_file` for what can go wrong."""
        write_file(path, data, overwrite=overwrite)

    def record(
        self,
        data: bytes,
        path: Path,
        period: Period,
        keys: frozenset[str],
        format: str = MARKDOWN,
    ) -> ShareRecord:
        """Keep what left: when, which days, which file, and its SHA-256."""
        record = ShareRecord(
            uid=Uid(str(uuid4())),
            made_at=self._clock.now(),
            format=format,
            sha256=hashlib.sha256(data).hexdigest(),
            starts=period.starts,
            ends=period.ends,
            file=str(path),
            keys=tuple(sorted(keys)),
        )
        self._shares.add(record)
        return record

    def export_file(
        self,
        summaries: SummaryService,
        path: Path,
        *,
        starts: date | None = None,
        ends: date | None = None,
        format_name: str = MARKDOWN,
        everything: bool = False,
    ) -> ShareRecord:
        """Save what is marked to share, in one step.

        The days, unless named, are those since the last appointment; of everything, all that anything was written on.

        Args:
            summaries: Where the document comes from.
            path: The new file; nothing is ever written over.
            starts: First day.
            ends: Last day.
            format_name: One of :meth:`formats`.
            everything: Private and guarded answers too, for the person's own keeping.
        """
        usual = summaries.whole_period() if everything else summaries.default_period()
        period = usual
        if starts or ends:
            last = ends or usual.ends
            period = summaries.range_period(starts or min(usual.starts, last), last)
        material = summaries.material(period)
        offered = summaries.candidates(material)
        chosen = frozenset(one.key for one in offered if one.ticked or everything)
        choice = replace(summaries.choice(), everything=everything)
        data = self.render(summaries.compose(material, chosen, choice), format_name)
        self.save(data, path)
        return self.record(data, path, period, chosen, format_name)
