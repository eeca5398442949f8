"""What can be asked for: one module a group of commands, each adding its own."""

import argparse
from pathlib import Path

from kat_journal import __version__
from kat_journal.cli import backups, checks, create, demo, export, importing, recover, salvage, window


def parser() -> argparse.ArgumentParser:
    """Everything that the command line understands."""
    parser = argparse.ArgumentParser(
        prog="kat-journal", description="A private journal for ketamine-assisted therapy.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"KAT Journal {__version__}")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help="the journal's folder")
    parser.add_argument("--pack", type=Path, action="append", default=[], metavar="FOLDER", help="one more pack")
    parser.set_defaults(command=window.run)
    commands = parser.add_subparsers(metavar="COMMAND")
    for group in (window, demo, create, export, importing, recover, salvage, checks, backups):
        group.add(commands)
    return parser
