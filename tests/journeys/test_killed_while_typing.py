"""What is lost when the power of the process ends in the middle of a sentence."""

import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.journeys.typist import letter

PASSPHRASE = "lantern harbour seven plum"
FAST = KdfParameters(8192, 1, 1)
LOST_AT_MOST = 2_000_000_000  # nanoseconds of typing
HELD_AT_MOST = 50_000  # microseconds
TRIES = 50
AT_ONCE = 4
SLOW_TRIES = 4
SLOW_FSYNC = [
    "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=fsync,fdatasync", "-e",
    "inject=fsync,fdatasync:delay_enter=50000", "-o",
]  # fmt: skip


@dataclass
class Try:
    """What one killed process had printed."""

    typed: list[tuple[int, int]] = field(default_factory=list)
    held: int = 0
    killed_at: int = 0
    stored: str = ""
    gui_thread: str = ""

    @property
    def must_be_there(self) -> int:
        """Keys that were typed more than two seconds before the end."""
        return max((n for n, at in self.typed if at < self.killed_at - LOST_AT_MOST), default=0)


def type_and_kill(folder: Path, seconds: float, before: list[str]) -> Try:
    create_vault(folder, PASSPHRASE, FAST).close()
    result, ready = Try(), threading.Event()
    command = [*before, sys.executable, "-m", "tests.journeys.typist", str(folder), PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        reader = threading.Thread(target=_read, args=(process, result, ready))
        reader.start()
        assert ready.wait(60), "the window got as far as typing"
        ready.clear()
        ready.wait(seconds)  # nothing sets it again: this is how long the person types
        result.killed_at = time.monotonic_ns()
        os.killpg(process.pid, 9)
        reader.join()
    result.stored = _stored(folder)
    return result


def _read(process: subprocess.Popen[str], result: Try, ready: threading.Event) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        match line.split():
            case ["READY", number]:
                result.gui_thread = number
                ready.set()
            case ["typed", count, at]:
                result.typed.append((int(count), int(at)))
            case ["held", microseconds]:
                result.held = int(microseconds)


def _stored(folder: Path) -> str:
    vault = open_vault(folder, PASSPHRASE)
    try:
        newest = Responses(vault.connection).newest(5)
        return newest[0].answers[ItemId("words")].text if newest else ""
    finally:
        vault.close()


def _check(result: Try) -> None:
    everything = "".join(letter(place) for place in range(len(result.stored)))
    assert result.stored == everything, "what is stored is exactly the beginning of what was typed"
    assert len(result.stored) >= result.must_be_there


def test_a_killed_process_loses_at_most_the_last_two_seconds_of_typing(tmp_path):
    seconds = [random.Random(n).uniform(1.0, 3.5) for n in range(TRIES)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(lambda n: type_and_kill(tmp_path / str(n), seconds[n], []), range(TRIES)))
    for result in results:
        _check(result)
    assert sum(result.must_be_there > 0 for result in results) > TRIES / 3, "some tries typed long enough to tell"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: fsync cannot be slowed")
def test_a_slow_disk_never_holds_the_window_and_loses_no_more(tmp_path):
    held = []
    for n in range(SLOW_TRIES):
        log = tmp_path / f"{n}.log"
        result = type_and_kill(tmp_path / str(n), 5.0, [*SLOW_FSYNC, str(log)])
        _check(result)
        assert result.must_be_there > 0
        threads = re.findall(r"^(\d+) +f(?:data)?sync", log.read_text(), re.MULTILINE)
        assert len(threads) > 5, "the disk was slowed while the person typed"
        assert result.gui_thread not in threads, "and never by the thread that draws the window"
        held.append(result.held)
    assert max(held) < HELD_AT_MOST
    print(f"longest hold of the window in each try: {[f'{one / 1000:.0f} ms' for one in held]}")
