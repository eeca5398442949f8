"""``export``: a summary, or everything, as a file, without the window."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kat_journal.cli.options import Commands, add_passphrase, add_take_over, day
from kat_journal.cli.talk import DONE, app, passphrase

if TYPE_CHECKING:
    from kat_journal.services.journal import OpenJournal

JSON = "json"
"""Not a format of a summary: everything of the journal, to be brought in again."""


def add(commands: Commands) -> None:
    """Let it be asked for."""
    export = commands.add_parser(
        "export", help="write a summary of what is marked to share, or everything", allow_abbrev=False
    )
    first = export.add_mutually_exclusive_group()
    first.add_argument("--from", dest="starts", type=day, metavar="YYYY-MM-DD", help="the first day")
    first.add_argument("--since-last-appointment", action="store_true", help="from its day on; the default")
    first.add_argument("--since-last-summary", action="store_true", help="from the day on which the last one was saved")
    first.add_argument("--session", type=_session, default=0, metavar="N", help="one session alone, counted from 1")
    export.add_argument("--to", dest="ends", type=day, metavar="YYYY-MM-DD", help="the last day; today if not named")
    export.add_argument(
        "--format",
        type=_format,
        default="markdown",
        metavar="NAME",
        help=f"markdown if not named; {JSON} with --everything only",
    )
    export.add_argument(
        "--everything", action="store_true", help="all of it, private and guarded answers too, for yourself"
    )
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    add_passphrase(export)
    add_take_over(export)
    export.set_defaults(command=_export, misuse=export.error)


def _format(name: str) -> str:
    """A name of the registry, which only an export waits for."""
    from kat_journal.export.registry import formats

    names = sorted((*formats(), JSON))
    if name not in names:
        raise argparse.ArgumentTypeError(f"{name!r} is none of: {', '.join(names)}")
    return name


def _session(text: str) -> int:
    """The number of a session."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a session, such as 3")
    return int(text)


def _export(args: argparse.Namespace) -> int:
    if args.session and args.ends:
        args.misuse("argument --to: not allowed with argument --session")
    if args.format == JSON:
        _check_archive(args)
    program = app(args)
    journal = program.open(passphrase(args, program), take_over=args.take_over)
    try:
        said = (_archive if args.format == JSON else _summary)(args, journal)
    finally:
        journal.close()
    said.append(program.messages.get("cli.not-encrypted"))
    sys.stdout.write("".join(f"{line}\n" for line in said))
    return DONE


def _summary(args: argparse.Namespace, journal: "OpenJournal") -> list[str]:
    from kat_journal.services.exports import Asked

    asked = Asked(
        starts=args.starts,
        ends=args.ends,
        since_summary=args.since_last_summary,
        session=args.session,
        format=args.format,
        everything=args.everything,
        replacements=journal.replacements.all(),
    )
    exported = journal.exports.export_file(journal.summaries, args.output, asked)
    said = [f"summary: {args.output}"]
    if args.everything:
        said.append(journal.messages.get("cli.everything"))
    if exported.changes:
        said.append(journal.messages.get("cli.names-replaced", count=len(exported.changes)))
    return said


def _check_archive(args: argparse.Namespace) -> None:
    """It is all or nothing: a part of it could not be brought in again."""
    if not args.everything:
        args.misuse(f"argument --format: {JSON} holds the whole journal, and needs --everything")
    if args.starts or args.ends or args.session or args.since_last_appointment or args.since_last_summary:
        args.misuse(f"argument --format: {JSON} holds the whole journal, and takes no days")


def _archive(args: argparse.Namespace, journal: "OpenJournal") -> list[str]:
    from kat_journal.services.archive import ArchiveFormat

    journal.archive.save(args.output, ArchiveFormat.JSON)
    return [f"everything: {args.output}", journal.messages.get("cli.archive-about")]
