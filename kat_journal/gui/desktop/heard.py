"""What can be heard of the desktop, as Settings says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """Which of the desktop's signals reach this program.

    Attributes:
        lock: The screen was locked.
        sleep: The computer is about to sleep.
    """

    lock: bool = False
    sleep: bool = False


def nothing() -> Heard:
    """What a desktop tells that tells nothing."""
    return Heard()
