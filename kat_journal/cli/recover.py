"""``recover``: opens the journal with its recovery code, and sets a new passphrase."""

import argparse
import sys

from kat_journal.cli.options import Commands, add_passphrase
from kat_journal.cli.talk import DONE, app, passphrase, recovery_code


def add(commands: Commands) -> None:
    """Let it be asked for."""
    recover = commands.add_parser(
        "recover", help="open it with the recovery code and set a new passphrase", allow_abbrev=False
    )
    recover.add_argument("--code-fd", type=int, metavar="N", help="read the recovery code from this file descriptor")
    add_passphrase(recover)
    recover.set_defaults(command=_recover)


def _recover(args: argparse.Namespace) -> int:
    program = app(args)
    code = recovery_code(args, program)
    program.recover(code, passphrase(args, program, new=True)).close()
    sys.stdout.write(f"{program.messages.get('cli.recovered')}\n")
    return DONE
