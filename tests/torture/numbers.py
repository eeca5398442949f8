"""How often each thing is tortured: a few times in ``make test``, in full numbers in ``make torture``."""

import os
import shutil

import pytest

FULL = os.environ.get("KAT_TORTURE") == "1"


def often(full: int, short: int) -> int:
    """The full number in ``make torture``, the short one otherwise."""
    return full if FULL else short


def need(*tools: str) -> None:
    """Go on where these commands are installed; elsewhere skip and say so, and fail in ``make torture``."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        lacking(f"not installed: {', '.join(missing)}")


def lacking(reason: str) -> None:
    """Skip for that reason; ``make torture`` proves everything or fails."""
    if FULL:
        pytest.fail(reason)
    pytest.skip(reason)
