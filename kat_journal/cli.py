"""The command line: for scripts, tests and people who prefer it. No Qt outside ``run``."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from getpass import getpass
from pathlib import Path

from kat_journal import __version__
from kat_journal.app import App, SystemClock
from kat_journal.config import Config, default_journal, default_preferences, load_preferences
from kat_journal.content.locate import resources_folder
from kat_journal.domain.clock import local_day
from kat_journal.errors import KatJournalError, PackError
from kat_journal.logs import install, report

DONE, REFUSED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 done, 1 refused with one plain sentence on the standard error stream; wrong usage exits with 2.
    """
    os.umask(0o077)
    install()
    args = _parser().parse_args(argv)
    try:
        return int(args.command(args))
    except KatJournalError as error:
        detail = f"\n{error}" if isinstance(error, PackError) else ""
        sys.stderr.write(f"{error.user_message} {error.hint}{detail}\n")
    except Exception as error:  # noqa: BLE001 - the last resort of a command: one sentence, no person's words
        report(error)
        sys.stderr.write("Something went wrong. Nothing that was saved before is lost.\n")
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kat-journal", description="A private journal for ketamine-assisted therapy.")
    parser.add_argument("--version", action="version", version=f"KAT Journal {__version__}")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help="the journal's folder")
    parser.add_argument("--pack", type=Path, action="append", default=[], metavar="FOLDER", help="one more pack")
    parser.set_defaults(command=_run)
    commands = parser.add_subparsers(metavar="COMMAND")
    commands.add_parser("run", help="open the window").set_defaults(command=_run)
    _add_demo(commands)
    _add_create(commands)
    _add_export(commands)
    check = commands.add_parser("check-pack", help="say what is wrong with a pack")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.set_defaults(command=_check_pack)
    commands.add_parser("self-check", help="check this installation").set_defaults(command=_self_check)
    return parser


def _add_demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help="make a fictional journal and open it")
    demo.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    demo.add_argument("--no-window", action="store_true", help="only make it")
    demo.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day it is told from")
    demo.set_defaults(command=_demo)


def _add_create(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    create = commands.add_parser("create", help="make a new, empty journal")
    create.add_argument("folder", type=Path, metavar="FOLDER")
    _add_passphrase(create)
    create.set_defaults(command=_create)


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write a summary of what is marked to share")
    export.add_argument("--from", dest="starts", type=date.fromisoformat, metavar="YYYY-MM-DD")
    export.add_argument("--to", dest="ends", type=date.fromisoformat, metavar="YYYY-MM-DD")
    export.add_argument("--since-last-appointment", action="store_true", help="the period to cover; the default")
    export.add_argument("--format", default="markdown", help="markdown")
    export.add_argument(
        "--everything", action="store_true", help="private and guarded answers too, for your own keeping"
    )
    export.add_argument("--today", type=date.fromisoformat, help=argparse.SUPPRESS)
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    _add_passphrase(export)
    export.set_defaults(command=_export)


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor")


def _app(args: argparse.Namespace, journal: Path | None = None) -> App:
    folder = journal or args.journal or default_journal()
    preferences = load_preferences(default_preferences())
    return App(Config(folder.absolute(), resources_folder(), preferences, tuple(args.pack)))


def _passphrase(args: argparse.Namespace) -> str:
    """Asked for without echo, or read up to the first line's end from a file descriptor."""
    if args.passphrase_fd is None:
        return getpass("Passphrase: ")
    with os.fdopen(args.passphrase_fd, encoding="utf-8", errors="surrogateescape") as stream:
        return stream.readline().rstrip("\r\n")


def _run(args: argparse.Namespace) -> int:
    return _app(args).run_gui()


def _demo(args: argparse.Namespace) -> int:
    from kat_journal.services.demo import PASSPHRASE, make

    folder = (args.folder or default_journal().parent / "Demo").absolute()
    app = _app(args, folder)
    today = args.today or local_day(SystemClock().now(), SystemClock().zone())
    if not (args.folder is None and app.config.has_journal):
        make(folder, app.library, app.messages, app.config.resources, today)
    sys.stdout.write(f"journal: {folder}\npassphrase: {PASSPHRASE}\n")
    sys.stdout.flush()
    return DONE if args.no_window else app.run_gui()


def _create(args: argparse.Namespace) -> int:
    app = _app(args, args.folder)
    app.create(_passphrase(args)).close()
    sys.stdout.write(f"journal: {app.config.journal}\n")
    return DONE


def _export(args: argparse.Namespace) -> int:
    app = _app(args)
    journal = app.open(_passphrase(args))
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
    sys.stdout.write(f"summary: {args.output}\nThis file is not encrypted.\n")
    return DONE


def _check_pack(args: argparse.Namespace) -> int:
    from kat_journal.content.check import problems

    found = [line for path in args.paths for line in problems(path)]
    sys.stderr.writelines(f"{line}\n" for line in found)
    if not found:
        sys.stdout.write("No problems found.\n")
    return REFUSED if found else DONE


def _self_check(_args: argparse.Namespace) -> int:
    from kat_journal.services.self_check import findings

    wrong = False
    for finding in findings(resources_folder()):
        sys.stdout.write(f"{'ok' if finding.good else 'WRONG'}: {finding.text}\n")
        wrong = wrong or not finding.good
    return REFUSED if wrong else DONE
