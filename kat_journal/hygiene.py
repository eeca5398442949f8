"""What this process leaves to others: files that only their owner reads, and no picture of its memory."""

import os
import sys

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Called before anything is read. It holds for this process alone, so a fresh one calls it again."""
    os.umask(0o077)
    if sys.platform != "win32":
        # Only the soft limit: nobody but this process could raise it again.
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - slow to load, and needed nowhere else

        # The limit does not hold for a program that the system hands a dump to; this does. It also keeps the memory
        # from other programs of the same account.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
