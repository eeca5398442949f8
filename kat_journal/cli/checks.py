"""``check-pack`` and ``self-check``: what is wrong with a pack, and with this installation."""

import argparse
import sys
from pathlib import Path

from kat_journal.cli.options import Commands
from kat_journal.cli.talk import DONE, app
from kat_journal.content.locate import resources_folder
from kat_journal.errors import NotWholeError, PackError


def add(commands: Commands) -> None:
    """Let both be asked for."""
    check = commands.add_parser("check-pack", help="say what is wrong with a pack: a folder or a zip")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.set_defaults(command=_check_pack)
    commands.add_parser("self-check", help="check this installation").set_defaults(command=_self_check)


def _check_pack(args: argparse.Namespace) -> int:
    from kat_journal.content.check import problems

    found = [f"{path}: {line}\n" for path in args.paths for line in problems(path)]
    sys.stdout.writelines(found)
    if found:
        raise PackError
    sys.stdout.write(f"{app(args).messages.get('cli.no-problems')}\n")
    return DONE


def _self_check(_args: argparse.Namespace) -> int:
    from kat_journal.services.self_check import findings

    found = findings(resources_folder())
    sys.stdout.writelines(f"{'ok' if one.good else 'WRONG'}: {one.text}\n" for one in found)
    if not all(one.good for one in found):
        raise NotWholeError("self-check")
    return DONE
