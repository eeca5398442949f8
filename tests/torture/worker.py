"""Writes to journals through the product, in processes that are killed while they do so.

Started once and kept warm: each line of its input, a JSON list of SECONDS (null: let it end), STOPS, KIND, FOLDER and
arguments, forks a child that does that kind of work. What the child says comes out a line each; the child is killed so
many seconds after it said that it begins, or stops itself there until it is let go. The last line of each is ``ended``,
its status, and how long it took.
There is no Qt and no thread in here, so forking is safe.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kat_journal.errors import KatJournalError
from tests.helpers.command import ROOT

KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Told:
    """What a child said before it ended or was killed.

    Attributes:
        said: Its lines, as it said them.
        took: Seconds from its beginning to its end.
    """

    said: tuple[str, ...]
    status: int
    took: float

    @property
    def was_killed(self) -> bool:
        return self.status == KILLED

    @property
    def number(self) -> int:
        """The highest number that was said; -1 when there was none."""
        return max((int(line) for line in self.said if line.isdecimal()), default=-1)


class Worker:
    """The warm process, seen from the test."""

    def __init__(self, *before: str) -> None:
        """Start it, behind a tracer's command if one is given."""
        command = [*before, sys.executable, "-m", "tests.torture.worker"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(
        self,
        kind: str,
        folder: Path,
        *arguments: object,
        seconds: float | None = None,
        stopped: Callable[[int], None] | None = None,
    ) -> Told:
        """Let a child do that, and kill it so many seconds after it began.

        With ``stopped`` the child stops where it begins; that is called with its number, and lets it go on.
        """
        self._process.stdin.write(json.dumps([seconds, stopped is not None, kind, str(folder), *arguments]) + "\n")
        self._process.stdin.flush()
        said = []
        for line in self._process.stdout:
            if line.startswith("ended "):
                _, status, took = line.split()
                return Told(tuple(said), int(status), float(took))
            if line.startswith("stops "):
                stopped(int(line.split()[1]))
            else:
                said.append(line.rstrip("\n"))
        raise AssertionError(f"the worker itself has ended, after {said}")

    def close(self) -> None:
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


def say(words: object) -> None:
    """One line in one write, so that a kill leaves the whole line or none."""
    os.write(1, f"{words}\n".encode())


def _child(stops: bool, kind: str, folder: Path, arguments: list[object], begun: int) -> None:
    from tests.torture.kinds import KINDS

    def begin() -> None:
        os.write(begun, b"b")
        if stops:
            os.kill(os.getpid(), signal.SIGSTOP)  # until somebody lets it go on: a tracer has time to come

    try:
        KINDS[kind](folder, *arguments, begin=begin)
    except KatJournalError as error:
        say(f"refused {type(error).__name__}")
    except BaseException as error:
        say(f"broke {type(error).__name__}")
        raise


def _fork(stops: bool, kind: str, folder: Path, arguments: list[object]) -> tuple[int, int]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(ours)
            _child(stops, kind, folder, arguments, theirs)
        finally:
            os._exit(0)
    os.close(theirs)
    return pid, ours


def _run(seconds: float | None, stops: bool, kind: str, folder: str, *arguments: object) -> None:
    pid, pipe = _fork(stops, kind, Path(folder), list(arguments))
    begins = os.read(pipe, 1)  # or has ended before
    if stops and begins and os.WIFSTOPPED(os.waitpid(pid, os.WUNTRACED)[1]):
        say(f"stops {pid}")  # not said before it does: it could be let go too early
    started = time.monotonic()
    if not select.select([pipe], [], [], seconds)[0]:  # closed when it ends
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(pipe)
    say(f"ended {os.waitstatus_to_exitcode(status)} {time.monotonic() - started:.6f}")


def main() -> None:
    """Serve until the input ends."""
    from tests.torture import kinds

    kinds.warm_up()
    for line in iter(sys.stdin.readline, ""):
        _run(*json.loads(line))


if __name__ == "__main__":
    main()
