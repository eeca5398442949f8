"""``run``: opens the window. What the command does when nothing else is asked for."""

import argparse

from kat_journal.cli.options import Commands
from kat_journal.cli.talk import app
from kat_journal.handover import INSTANTS, OPTION, keep_pipe, read_instants


def add(commands: Commands) -> None:
    """Let it be asked for."""
    parser = commands.add_parser("run", help="open the window; the default")
    # For the program itself, when it starts afresh after a lock.
    parser.add_argument(OPTION, type=int, help=argparse.SUPPRESS)
    parser.add_argument(INSTANTS, type=int, help=argparse.SUPPRESS)
    parser.add_argument("--appear", default="front", help=argparse.SUPPRESS)
    # For those who work on the look: every widget on one page, and no journal.
    parser.add_argument("--gallery", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(command=run)


def run(args: argparse.Namespace) -> int:
    """Show the window until it closes."""
    if getattr(args, "gallery", False):
        return _gallery(args)
    pipe: int | None = getattr(args, "handover", None)
    if pipe is not None:
        keep_pipe(pipe)
    instants = read_instants(getattr(args, "instants", None))
    return app(args).run_gui(pipe, getattr(args, "appear", "front"), instants)


def _gallery(args: argparse.Namespace) -> int:
    """Show every widget on one page until it closes; no journal is looked for."""
    from kat_journal.app import check_display

    check_display()
    from kat_journal.gui.gallery.opening import open_gallery

    return open_gallery(app(args).config.resources)
