"""``demo``: a fictional journal, made anew or opened again."""

import argparse
import sys
from pathlib import Path

from kat_journal.app import SystemClock, check_display
from kat_journal.cli.options import Commands, day
from kat_journal.cli.talk import DONE, app
from kat_journal.config import default_journal
from kat_journal.domain.clock import local_day


def add(commands: Commands) -> None:
    """Let it be asked for."""
    demo = commands.add_parser("demo", help="make a fictional journal and open it", allow_abbrev=False)
    demo.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a new or empty folder")
    demo.add_argument("--no-window", action="store_true", help="only make it")
    demo.add_argument("--today", type=day, metavar="YYYY-MM-DD", help="the day that its story ends on")
    demo.set_defaults(command=_demo)


def _demo(args: argparse.Namespace) -> int:
    from kat_journal.services.demo import PASSPHRASE, make

    if not args.no_window:
        check_display()
    program = app(args, args.folder or default_journal().parent / "Demo")
    again = args.folder is None and args.today is None and program.config.has_journal
    if not again:
        today = args.today or local_day(SystemClock().now(), SystemClock().zone())
        make(program.config.journal, program.library, program.messages, program.config.resources, today)
    sys.stdout.write(f"journal: {program.config.journal}\npassphrase: {PASSPHRASE}\n")
    sys.stdout.flush()
    return DONE if args.no_window else program.run_gui()
