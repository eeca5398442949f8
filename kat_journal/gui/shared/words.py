"""Words about what left: when, which days, in which form, and where its file is now."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.clock import local_day
from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.dates import clock_time, dated, full_day, weekday
from kat_journal.services.exports import COPIED, PDF_LOCKED, PRINTED
from kat_journal.services.shared import FileState, Line, things

MOST_WORDS = 120
GROUP = 8
NO_BREAK = "\u00a0"


def tr(text: str) -> str:
    """Translate a string about what left."""
    return QCoreApplication.translate("Shared", text)


def when(record: ShareRecord, zone: str) -> str:
    """Such as "Monday, 23 November 2026, 10:30"."""
    day = local_day(record.made_at, zone)
    return f"{weekday(day)}, {full_day(day)}, {clock_time(record.made_at, zone)}"


def about(record: ShareRecord) -> str:
    """What it was, which days it covers, in which form, and how much was in it."""
    if record.starts == record.ends:
        days = tr("About {0}.").format(full_day(record.starts))
    else:
        days = tr("From {0} to {1}.").format(full_day(record.starts), full_day(record.ends))
    kind = tr("Everything, for myself.") if record.everything else ""
    parts = (kind, days, way(record.format), _count(len(things(record))))
    return " ".join(part for part in parts if part)


def left_a_file(record: ShareRecord) -> bool:
    """Whether it was saved as a file: what was printed or copied never was one."""
    return record.format not in {PRINTED, COPIED}


def way(name: str) -> str:
    """How it left, in a sentence, by the name of its format."""
    if name == PRINTED:
        return tr("Printed.")
    return tr("Copied as text.") if name == COPIED else tr("Saved as {0}.").format(form(name))


def form(name: str) -> str:
    """What a format is called; one that this program does not know keeps its name."""
    names = {
        "markdown": tr("Markdown"),
        "pdf": tr("a PDF"),
        PDF_LOCKED: tr("a PDF with a password"),
        "text": tr("plain text"),
        "html": tr("a web page (HTML)"),
        "fhir": tr("FHIR, for programs"),
        "csv": tr("a table (CSV)"),
        "json": tr("a file that can be brought in again (JSON)"),
    }
    return names.get(name, name)


def file_words(record: ShareRecord, state: FileState | None) -> str:
    """What is known of its file; nothing yet while it is being looked for."""
    if state is FileState.FORGOTTEN or not record.file:
        return tr("Its file was deleted here, left where it is, or is on another computer.")
    name = file_name(record)
    if state is None:
        return tr("Looking for {0}\u2026").format(name)
    if state is FileState.UNCHANGED:
        if record.format == PDF_LOCKED:
            return tr("{0} is still where you saved it, locked with its password.").format(name)
        return tr("{0} is still where you saved it. Anyone who uses this computer can read it.").format(name)
    if state is FileState.CHANGED:
        return tr("{0} was changed or replaced since you saved it, so this program leaves it alone.").format(name)
    return tr(
        "{0} is not where you saved it. It was moved, renamed or deleted, or its drive is not connected."
    ).format(name)  # fmt: skip


def file_name(record: ShareRecord) -> str:
    """The name of its file, in one line."""
    return one_line(Path(record.file).name or record.file)


def line_words(line: Line) -> str:
    """One thing that left, in one line."""
    parts = [one_line(line.label)]
    if line.words:
        parts.append(one_line(line.words))
    if line.day is not None:
        parts.append(dated(line.day).replace(" ", NO_BREAK))
    return " \u00b7 ".join(parts)


def gone_words(gone: int, found: int) -> str:
    """How many of the things in it are not there any more; empty where all are."""
    if gone == 0:
        return ""
    if found == 0:
        one = tr("What was in it is no longer in your journal, or waits in the bin.")
        many = tr("The {0} things in it are no longer in your journal, or wait in the bin.")
    else:
        one = tr("And 1 that is no longer in your journal, or waits in the bin.")
        many = tr("And {0} that are no longer in your journal, or wait in the bin.")
    return one if gone == 1 else many.format(gone)


def since_words(since: int) -> str:
    """How much was written since then."""
    if since == 0:
        return tr("You have written nothing new since then.")
    if since == 1:
        return tr("1 answer is new or changed since then.")
    return tr("{0} answers are new or changed since then.").format(since)


def in_groups(fingerprint: str) -> str:
    """Digits in groups that an eye can compare, and that a small window can break."""
    return " ".join(fingerprint[at : at + GROUP] for at in range(0, len(fingerprint), GROUP))


def one_line(words: str) -> str:
    """The first words, without their breaks."""
    line = " ".join(words[: 2 * MOST_WORDS].split())
    return line if len(line) <= MOST_WORDS else f"{line[:MOST_WORDS].rstrip()}\u2026"


def _count(many: int) -> str:
    if many == 0:
        return ""
    return tr("1 thing was in it.") if many == 1 else tr("{0} things were in it.").format(many)
