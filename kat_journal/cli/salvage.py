"""``salvage``: what can still be read of a damaged journal, in a new one."""

import argparse
import sys
from pathlib import Path

from kat_journal.cli.options import Commands, add_passphrase
from kat_journal.cli.talk import DONE, app, passphrase, recovery_code


def add(commands: Commands) -> None:
    """Let it be asked for."""
    salvage = commands.add_parser(
        "salvage", help="save what can be read of a damaged journal into a new one", allow_abbrev=False
    )
    salvage.add_argument("folder", type=Path, metavar="FOLDER", help="the damaged journal; it is only read")
    salvage.add_argument("new", type=Path, metavar="NEW_FOLDER", help="where nothing is yet")
    salvage.add_argument("--code", action="store_true", help="with the recovery code; the passphrase is a new one then")
    salvage.add_argument("--code-fd", type=int, metavar="N", help="read the recovery code from this file descriptor")
    add_passphrase(salvage)
    salvage.set_defaults(command=_salvage)


def _salvage(args: argparse.Namespace) -> int:
    program = app(args, args.folder)
    salvager = program.salvager()
    damaged, new = program.config.journal, args.new.absolute()
    if args.code or args.code_fd is not None:
        code = recovery_code(args, program)
        report = salvager.with_code(damaged, code, new, passphrase(args, program, new=True))
    else:
        report = salvager.with_passphrase(damaged, passphrase(args, program), new)
    lines = (f"journal: {report.folder}", *report.counts, *report.remarks)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return DONE
