"""A fresh process takes the place of one that has read a journal: only a new one has nothing of it in memory.

The fresh process is started beside the old one and shows its window at the same place; then it tells the old one
through a pipe, and the old one goes. So there is a window all the time. Whatever waits for the program (a terminal, a
script, what holds a packed program together) waits for the process that it started: that one stays as a tiny program
without memory of anything, this file, until the last window is closed. It stays once, however often is locked: the
system hands it every later process, which is only so on Linux.
"""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from subprocess import Popen

OPTION = "--handover"
INSTANTS = "--instants"
"""Names the pipe in which the fresh process finds when its window is to remind somebody: never a file, nor a word."""

_MOST_INSTANTS = 8192
_HERE = b"."
_PR_SET_CHILD_SUBREAPER = 36
_PASSED_ON = (signal.SIGINT, signal.SIGTERM)


def is_possible(platform: str = sys.platform, *, frozen: bool = getattr(sys, "frozen", False)) -> bool:
    """Whether this system can do it, and there is a bare Python to wait in."""
    return platform == "linux" and not frozen


class Successor:
    """The fresh process, from its start until its window stands.

    Attributes:
        pipe: Can be read once the window stands, or the process is gone.
    """

    def __init__(self, command: "Sequence[str]", instants: bytes = b"") -> None:
        """Start it; it gets the pipes and the standard streams, and nothing else that is open here.

        Raises:
            OSError: It cannot be started.
        """
        import subprocess  # noqa: PLC0415 - slow to load, and the fresh process does without

        self.pipe, theirs = os.pipe()
        filled = filled_pipe(instants)
        try:
            command = [*command, f"{OPTION}={theirs}", *(f"{INSTANTS}={pipe}" for pipe in filled)]
            passed = (theirs, *filled)
            self._process: Popen[bytes] = subprocess.Popen(command, pass_fds=passed)  # noqa: S603 - our own program
        except OSError:
            os.close(self.pipe)
            raise
        finally:
            for pipe in (theirs, *filled):
                os.close(pipe)

    def stands(self) -> bool:
        """Whether its window stands; asked once, when the pipe can be read."""
        return os.read(self.pipe, 1) == _HERE

    def give_up(self) -> None:
        """End it, because it does not answer or is not wanted any more."""
        self._process.kill()
        self._process.wait()
        os.close(self.pipe)


def filled_pipe(data: bytes) -> tuple[int, ...]:
    """The end of a pipe from which somebody can read those bytes; none where there are no bytes, or too many."""
    if not data or len(data) > _MOST_INSTANTS:
        return ()
    ours, theirs = os.pipe()
    with suppress(OSError):
        os.set_blocking(theirs, False)  # a pipe with less room than usual must not hold the window
        os.write(theirs, data)
    os.close(theirs)
    return (ours,)


def option_to_inherit(instants: bytes) -> tuple[str, ...]:
    """The option for a program that takes the place of this one; it finds the pipe open. Not so on Windows."""
    pipes = filled_pipe(instants) if os.name == "posix" else ()
    for pipe in pipes:
        os.set_inheritable(pipe, True)
    return tuple(f"{INSTANTS}={pipe}" for pipe in pipes)


def read_instants(pipe: int | None) -> bytes:
    """What the process before this one left in the pipe; nothing where there is none."""
    if pipe is None:
        return b""
    data = b""
    with suppress(OSError):
        os.set_blocking(pipe, False)  # whatever else a caller may name must not hold the start
        data = os.read(pipe, _MOST_INSTANTS)
        os.close(pipe)
    return data


def say_it_stands(pipe: int) -> None:
    """Tell the old process that the window stands; one that has gone already need not know."""
    with suppress(OSError):
        os.write(pipe, _HERE)
        os.close(pipe)


def keep_pipe(pipe: int) -> None:
    """Let no program that this one starts have the pipe."""
    with suppress(OSError):
        os.set_inheritable(pipe, False)


def leave(*, came_by_handover: bool) -> NoReturn:
    """Go at once, now that the successor's window stands, or stay as the tiny program that waits for it.

    Raises:
        OSError: There is no Python to wait in.
    """
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    if came_by_handover:
        os._exit(0)  # the one that waits gets the successor
    import ctypes  # noqa: PLC0415 - slow to load, and needed nowhere else

    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)  # until it can pass them on
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    os.execv(sys.executable, [sys.executable, "-I", "-S", __file__])  # noqa: S606 - our own program, no shell


def wait_for_all() -> int:
    """Wait until no process is left below this one; signals are passed on. Gives the status of the last one."""
    for number in _PASSED_ON:
        signal.signal(number, _pass_on)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    status = 0
    while True:
        try:
            _, status = os.wait()
        except ChildProcessError:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code


def _pass_on(number: int, _frame: FrameType | None) -> None:
    with suppress(OSError), open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as children:  # noqa: PTH123
        for child in children.read().split():
            os.kill(int(child), number)


if __name__ == "__main__":
    sys.exit(wait_for_all())
