"""What several commands take."""

import argparse
from datetime import date
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let the command read the passphrase from a file descriptor instead of asking for it."""
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor")


def add_take_over(parser: argparse.ArgumentParser) -> None:
    """Let the command open a journal that another computer may have open."""
    parser.add_argument(
        "--take-over", action="store_true", help="open it although another computer may still have it open"
    )


def day(text: str) -> date:
    """A day of the command line, such as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-23") from None
