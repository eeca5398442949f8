"""What the program says of its own failures: the kind of error and where, never what a person wrote."""

import logging
import sys
import threading
import traceback
from types import TracebackType

logger = logging.getLogger("kat_journal")


def describe(error: BaseException) -> str:
    """Class and places of an error, without its text: an error's text may carry a person's words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places or 'an unknown place'}"


def report(error: BaseException) -> None:
    """Log an error that nothing expected."""
    logger.error("%s", describe(error))


def install() -> None:
    """Log to the standard error stream, and keep texts out of every unexpected traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception


def _on_exception(_kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
    report(error)


def _on_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        report(args.exc_value)
