"""The command line: for scripts, tests and people who prefer it. No Qt outside ``run``.

Help is English, like argparse's own words around it; every sentence about what happened is in the message catalogue.
"""

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from kat_journal import __version__
from kat_journal.app import App, SystemClock, check_display
from kat_journal.config import Config, default_journal, default_preferences, load_preferences
from kat_journal.content.locate import resources_folder
from kat_journal.domain.clock import local_day
from kat_journal.errors import (
    AlreadyExistsError,
    KatJournalError,
    NoPassphraseError,
    NotWholeError,
    PackError,
    PassphrasesDifferError,
)
from kat_journal.hygiene import harden
from kat_journal.logs import install, report

DONE, REFUSED = 0, 1
MOST_LETTERS = 4096
"""Of a passphrase that is read from a file descriptor, which may have no end."""

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 done, 1 refused with one plain sentence on the standard error stream; wrong usage exits with 2.
    """
    harden()
    install()
    args = _parser().parse_args(argv)
    try:
        return int(args.command(args))
    except KatJournalError as error:
        _refuse(error)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    except Exception as error:  # noqa: BLE001 - the last resort of a command: one sentence, no person's words
        report(error)
        _refuse(KatJournalError("unexpected"))
    return REFUSED


def _refuse(error: KatJournalError) -> None:
    """Say what happened and what to do next, in the person's language; of a pack also what is wrong where."""
    try:
        messages = _app_of(default_journal()).messages
        said = f"{messages.get(error.message)} {messages.get(f'{error.message}.hint')}"
    except Exception:  # noqa: BLE001 - an installation that lost its sentences can still say this one
        said = f"{error.user_message} {error.hint}"
    detail = f"\n{error}" if isinstance(error, PackError) and error.args else ""
    sys.stderr.write(f"{said}{detail}\n")


# What can be asked for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kat-journal", description="A private journal for ketamine-assisted therapy.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"KAT Journal {__version__}")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help="the journal's folder")
    parser.add_argument("--pack", type=Path, action="append", default=[], metavar="FOLDER", help="one more pack")
    parser.set_defaults(command=_run)
    commands = parser.add_subparsers(metavar="COMMAND")
    commands.add_parser("run", help="open the window; the default").set_defaults(command=_run)
    _add_demo(commands)
    _add_create(commands)
    _add_export(commands)
    check = commands.add_parser("check-pack", help="say what is wrong with a pack")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.set_defaults(command=_check_pack)
    commands.add_parser("self-check", help="check this installation").set_defaults(command=_self_check)
    return parser


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="make a fictional journal and open it", allow_abbrev=False)
    demo.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a new or empty folder")
    demo.add_argument("--no-window", action="store_true", help="only make it")
    demo.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the day that its story ends on")
    demo.set_defaults(command=_demo)


def _add_create(commands: Commands) -> None:
    create = commands.add_parser("create", help="make a new, empty journal", allow_abbrev=False)
    create.add_argument("folder", type=Path, metavar="FOLDER", help="where nothing is yet")
    _add_passphrase(create)
    create.set_defaults(command=_create)


def _add_export(commands: Commands) -> None:
    export = commands.add_parser("export", help="write a summary of what is marked to share", allow_abbrev=False)
    first = export.add_mutually_exclusive_group()
    first.add_argument("--from", dest="starts", type=_day, metavar="YYYY-MM-DD", help="the first day")
    first.add_argument("--since-last-appointment", action="store_true", help="from its day on; the default")
    export.add_argument("--to", dest="ends", type=_day, metavar="YYYY-MM-DD", help="the last day; today if not named")
    export.add_argument("--format", type=_format, default="markdown", metavar="NAME", help="markdown if not named")
    export.add_argument("--everything", action="store_true", help="private and guarded answers too, for yourself")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    _add_passphrase(export)
    export.set_defaults(command=_export)


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-23") from None


def _format(name: str) -> str:
    """A name of the registry, which only an export waits for."""
    from kat_journal.export.registry import formats

    if name not in formats():
        raise argparse.ArgumentTypeError(f"{name!r} is none of: {', '.join(formats())}")
    return name


# What is done


def _app(args: argparse.Namespace, journal: Path | None = None) -> App:
    return _app_of(journal or args.journal or default_journal(), tuple(args.pack))


def _app_of(journal: Path, packs: tuple[Path, ...] = ()) -> App:
    preferences = load_preferences(default_preferences())
    return App(Config(journal.absolute(), resources_folder(), preferences, packs))


def _run(args: argparse.Namespace) -> int:
    return _app(args).run_gui()


def _demo(args: argparse.Namespace) -> int:
    from kat_journal.services.demo import PASSPHRASE, make

    if not args.no_window:
        check_display()
    app = _app(args, args.folder or default_journal().parent / "Demo")
    again = args.folder is None and args.today is None and app.config.has_journal
    if not again:
        today = args.today or local_day(SystemClock().now(), SystemClock().zone())
        make(app.config.journal, app.library, app.messages, app.config.resources, today)
    sys.stdout.write(f"journal: {app.config.journal}\npassphrase: {PASSPHRASE}\n")
    sys.stdout.flush()
    return DONE if args.no_window else app.run_gui()


def _create(args: argparse.Namespace) -> int:
    app = _app(args, args.folder)
    if os.path.lexists(app.config.journal):
        raise AlreadyExistsError("create")
    app.create(_passphrase(args, app, new=True)).close()
    sys.stdout.write(f"journal: {app.config.journal}\n")
    return DONE


def _export(args: argparse.Namespace) -> int:
    app = _app(args)
    journal = app.open(_passphrase(args, app))
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
    sys.stdout.write(f"summary: {args.output}\n{app.messages.get('cli.not-encrypted')}\n")
    return DONE


def _check_pack(args: argparse.Namespace) -> int:
    from kat_journal.content.check import problems

    found = [f"{path}: {line}\n" for path in args.paths for line in problems(path)]
    sys.stdout.writelines(found)
    if found:
        raise PackError
    sys.stdout.write(f"{_app(args).messages.get('cli.no-problems')}\n")
    return DONE


def _self_check(_args: argparse.Namespace) -> int:
    from kat_journal.services.self_check import findings

    found = findings(resources_folder())
    sys.stdout.writelines(f"{'ok' if one.good else 'WRONG'}: {one.text}\n" for one in found)
    if not all(one.good for one in found):
        raise NotWholeError("self-check")
    return DONE


def _passphrase(args: argparse.Namespace, app: App, *, new: bool = False) -> str:
    """Read up to the line's end from the file descriptor, or asked for without echo; a new one twice."""
    if args.passphrase_fd is not None:
        return _read_line(args.passphrase_fd)
    passphrase = _ask(app.messages.get("cli.passphrase"))
    if new and passphrase != _ask(app.messages.get("cli.passphrase-again")):
        raise PassphrasesDifferError("create")
    return passphrase


def _read_line(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, encoding="utf-8", errors="surrogateescape") as stream:
            return stream.readline(MOST_LETTERS).rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise NoPassphraseError("file descriptor") from error


def _ask(prompt: str) -> str:
    from getpass import GetPassWarning, getpass

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # rather not at all than with everybody looking on
            return getpass(prompt)
    except (GetPassWarning, EOFError, OSError) as error:
        raise NoPassphraseError("terminal") from error
