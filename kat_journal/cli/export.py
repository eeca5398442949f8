"""``export``: a summary as a file, without the window."""

import argparse
import sys
from pathlib import Path

from kat_journal.cli.options import Commands, add_passphrase, add_take_over, day
from kat_journal.cli.talk import DONE, app, passphrase


def add(commands: Commands) -> None:
    """Let it be asked for."""
    export = commands.add_parser("export", help="write a summary of what is marked to share", allow_abbrev=False)
    first = export.add_mutually_exclusive_group()
    first.add_argument("--from", dest="starts", type=day, metavar="YYYY-MM-DD", help="the first day")
    first.add_argument("--since-last-appointment", action="store_true", help="from its day on; the default")
    export.add_argument("--to", dest="ends", type=day, metavar="YYYY-MM-DD", help="the last day; today if not named")
    export.add_argument("--format", type=_format, default="markdown", metavar="NAME", help="markdown if not named")
    export.add_argument("--everything", action="store_true", help="private and guarded answers too, for yourself")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    add_passphrase(export)
    add_take_over(export)
    export.set_defaults(command=_export)


def _format(name: str) -> str:
    """A name of the registry, which only an export waits for."""
    from kat_journal.export.registry import formats

    if name not in formats():
        raise argparse.ArgumentTypeError(f"{name!r} is none of: {', '.join(formats())}")
    return name


def _export(args: argparse.Namespace) -> int:
    program = app(args)
    journal = program.open(passphrase(args, program), take_over=args.take_over)
    try:
        journal.exports.export_file(
            journal.summaries,
            args.output,
            starts=args.starts,
            ends=args.ends,
            format_name=args.format,
            everything=args.everything,
        )
    finally:
        journal.close()
    sys.stdout.write(f"summary: {args.output}\n{program.messages.get('cli.not-encrypted')}\n")
    return DONE
