"""Exports: the document as bytes, saved as a file, and what is remembered of it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from kat_journal.domain.clock import Clock
from kat_journal.domain.edited import Change, Edits, edited
from kat_journal.domain.ids import Uid
from kat_journal.domain.material import Material, Period
from kat_journal.domain.messages import Messages
from kat_journal.domain.replacing import Replacement
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from kat_journal.domain.summary import Summary
from kat_journal.errors import KatJournalError
from kat_journal.export.registry import format_named, formats
from kat_journal.export.writing import made_private, write_file
from kat_journal.services.summaries import SummaryService
from kat_journal.storage.saved_files import delete_unchanged
from kat_journal.storage.shares import Shares

MARKDOWN = "markdown"
PDF, PDF_LOCKED = "pdf", "pdf-locked"
"""Formats that only the window makes, because Qt sets their pages; the second asks for a password."""

PRINTED, COPIED = "print", "copy"
"""What stands for a format in the record of what was printed, and of what was copied: neither leaves a file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file is to hold that is made in one step, without the window.

    Attributes:
        starts: First day; the usual one where it is not named.
        ends: Last day; the same.
        since_summary: From the day of the last summary on.
        session: One session alone, by its number; 0 for none.
        format: Name of the format.
        everything: Private and guarded answers too, for the person's own keeping.
        replacements: What stands instead of names; not used in an archive of everything.
    """

    starts: date | None = None
    ends: date | None = None
    since_summary: bool = False
    session: int = 0
    format: str = MARKDOWN
    everything: bool = False
    replacements: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was saved, and what is other in it than in the journal."""

    record: ShareRecord
    changes: tuple[Change, ...] = ()


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
        return f"summary-{period.starts.isoformat()}-to-{period.ends.isoformat()}{self.suffix(format)}"

    def suffix(self, format: str) -> str:
        """The ending of such a file's name, with the dot."""
        return ".pdf" if format in {PDF, PDF_LOCKED} else format_named(format).suffix

    def render(self, summary: Summary, format: str = MARKDOWN) -> bytes:
        """The bytes of the file; the preview shows the same ones. May run on the pool."""
        return format_named(format).render(summary, self._messages)

    def locked(self, pdf: bytes, password: str) -> bytes:
        """The same PDF behind a password; may run on the pool."""
        from kat_journal.export.locked_pdf import locked  # noqa: PLC0415 - dear, and few people use it

        return locked(pdf, password)

    def save(self, data: bytes, path: Path, *, overwrite: bool = False) -> None:
        """Write the file whole, readable by its owner alone; see :func:`write_file` for what can go wrong."""
        write_file(path, data, overwrite=overwrite)

    def record(
        self,
        data: bytes,
        path: Path | None,
        period: Period,
        keys: frozenset[str],
        format: str = MARKDOWN,
        *,
        everything: bool = False,
    ) -> ShareRecord:
        """Keep what left: when, which days, which file, and its SHA-256.

        Args:
            data: The file's bytes.
            path: Where it was saved; None for what was printed or copied.
            period: The days that it covers.
            keys: What is in it.
            format: Name of its format.
            everything: Whether it is an archive of everything, which was handed to nobody.
        """
        record = ShareRecord(
            uid=Uid(str(uuid4())),
            made_at=self._clock.now(),
            format=format,
            sha256=hashlib.sha256(data).hexdigest(),
            starts=period.starts,
            ends=period.ends,
            file=str(path.absolute()) if path is not None else "",
            keys=tuple(sorted(keys | {EVERYTHING} if everything else keys)),
        )
        self._shares.add(record)
        return record

    def save_recorded(
        self,
        data: bytes,
        path: Path,
        period: Period,
        keys: frozenset[str],
        format: str,
        *,
        overwrite: bool = False,
        everything: bool = False,
    ) -> ShareRecord:
        """Write the file and keep its record, or neither: what left unknown could not be offered to go again."""
        self.save(data, path, overwrite=overwrite)
        with gone_without_record(path, hashlib.sha256(data).hexdigest()):
            return self.record(data, path, period, keys, format, everything=everything)

    def record_printed(self, path: Path, period: Period, keys: frozenset[str]) -> ShareRecord:
        """Keep the record of a PDF that was written where a printer was asked for; its owner alone may read it then.

        Raises:
            CannotSaveHereError: There is no such file, or it cannot be read.
        """
        return self.record(made_private(path), path, period, keys, PDF)

    def export_file(self, summaries: SummaryService, path: Path, asked: Asked | None = None) -> Exported:
        """Save what is marked to share, in one step; names are replaced by the given list.

        The days, unless named, are those since the last appointment; of everything, all that anything was written on.
        An archive of everything is for the person's own keeping, so no name is replaced in it.

        Args:
            summaries: Where the document comes from.
            path: The new file; nothing is ever written over.
            asked: Which days, which format, and whether everything.
        """
        asked = asked or Asked()
        material = _material(summaries, asked)
        offered = summaries.candidates(material)
        chosen = frozenset(one.key for one in offered if one.ticked or asked.everything)
        copy = edited(material, Edits(() if asked.everything else asked.replacements))
        choice = replace(summaries.choice(), everything=asked.everything)
        data = self.render(summaries.compose(copy.material, chosen, choice), asked.format)
        keys = summaries.leaving(copy.material, chosen)
        record = self.save_recorded(data, path, material.period, keys, asked.format, everything=asked.everything)
        return Exported(record, copy.changes_in(chosen))


@contextmanager
def gone_without_record(path: Path, sha256: str) -> Iterator[None]:
    """Delete the file that was just written where its record cannot be kept."""
    try:
        yield
    except BaseException:
        with suppress(KatJournalError):
            delete_unchanged(path, sha256)
        raise


def _material(summaries: SummaryService, asked: Asked) -> Material:
    if asked.session:
        return summaries.material_of_number(asked.session)
    if asked.since_summary:
        usual = summaries.since_summary()
    else:
        usual = summaries.whole_period() if asked.everything else summaries.default_period()
    if not (asked.starts or asked.ends):
        return summaries.material(usual)
    last = asked.ends or usual.ends
    return summaries.material(summaries.range_period(asked.starts or min(usual.starts, last), last))
