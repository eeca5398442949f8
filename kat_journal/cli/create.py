"""``create``: a new, empty journal, where nothing is yet."""

import argparse
import os
import sys
from pathlib import Path

from kat_journal.cli.options import Commands, add_passphrase
from kat_journal.cli.talk import DONE, app, passphrase
from kat_journal.errors import AlreadyExistsError


def add(commands: Commands) -> None:
    """Let it be asked for."""
    create = commands.add_parser("create", help="make a new, empty journal", allow_abbrev=False)
    create.add_argument("folder", type=Path, metavar="FOLDER", help="where nothing is yet")
    add_passphrase(create)
    create.set_defaults(command=_create)


def _create(args: argparse.Namespace) -> int:
    program = app(args, args.folder)
    if os.path.lexists(program.config.journal):
        raise AlreadyExistsError("create")
    program.create(passphrase(args, program, new=True)).close()
    sys.stdout.write(f"journal: {program.config.journal}\n")
    return DONE
