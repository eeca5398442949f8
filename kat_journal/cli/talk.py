"""What every command needs: the program behind it, secrets read unseen, and a refusal in one plain sentence."""

import argparse
import os
import sys
import warnings
from pathlib import Path

from kat_journal.app import App
from kat_journal.config import Config, default_journal, default_preferences, load_preferences
from kat_journal.content.locate import resources_folder
from kat_journal.errors import (
    KatJournalError,
    NoPassphraseError,
    NoRecoveryCodeError,
    PackError,
    PassphrasesDifferError,
)

DONE, REFUSED = 0, 1
MOST_LETTERS = 4096
"""Of a passphrase that is read from a file descriptor, which may have no end."""


def app(args: argparse.Namespace, journal: Path | None = None) -> App:
    """The program, for the journal that the command names or the usual one."""
    return _app_of(journal or args.journal or default_journal(), tuple(args.pack))


def refuse(error: KatJournalError) -> None:
    """Say what happened and what to do next, in the person's language; of a pack also what is wrong where."""
    try:
        messages = _app_of(default_journal()).messages
        said = f"{messages.get(error.message, **error.details)} {messages.get(f'{error.message}.hint')}"
    except Exception:  # noqa: BLE001 - an installation that lost its sentences can still say this one
        said = f"{error.user_message.format(**error.details)} {error.hint}"
    detail = f"\n{error}" if isinstance(error, PackError) and error.args else ""
    sys.stderr.write(f"{said}{detail}\n")


def passphrase(args: argparse.Namespace, app: App, *, new: bool = False) -> str:
    """Read up to the line's end from the file descriptor, or asked for without echo; a new one twice."""
    if args.passphrase_fd is not None:
        return read_line(args.passphrase_fd)
    typed = ask(app.messages.get("cli.passphrase"))
    if new and typed != ask(app.messages.get("cli.passphrase-again")):
        raise PassphrasesDifferError("create")
    return typed


def recovery_code(args: argparse.Namespace, app: App) -> str:
    """The recovery code, from the file descriptor or typed; seen, so that it can be compared with the kit.

    One that was mistyped is refused at once, not after a passphrase was asked for too.

    Raises:
        NoRecoveryCodeError: There is nothing to read it from.
        RecoveryCodeMistypedError: It is not as it stands on a kit.
    """
    from kat_journal.services.keys import check_code

    prompt = app.messages.get("cli.recovery-code")
    try:
        code = input(prompt) if args.code_fd is None else read_line(args.code_fd)
    except (NoPassphraseError, EOFError, OSError, ValueError) as error:
        raise NoRecoveryCodeError("no line") from error
    check_code(code)
    return code


def read_line(descriptor: int) -> str:
    """The first line of an open file descriptor, which is closed then.

    Raises:
        NoPassphraseError: It is not open, or not for reading.
    """
    try:
        with os.fdopen(descriptor, encoding="utf-8", errors="surrogateescape") as stream:
            return stream.readline(MOST_LETTERS).rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise NoPassphraseError("file descriptor") from error


def ask(prompt: str) -> str:
    """What is typed unseen.

    Raises:
        NoPassphraseError: There is no terminal to type at.
    """
    from getpass import GetPassWarning, getpass

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # rather not at all than with everybody looking on
            return getpass(prompt)
    except (GetPassWarning, EOFError, OSError) as error:
        raise NoPassphraseError("terminal") from error


def _app_of(journal: Path, packs: tuple[Path, ...] = ()) -> App:
    preferences = load_preferences(default_preferences())
    return App(Config(journal.absolute(), resources_folder(), preferences, packs))
