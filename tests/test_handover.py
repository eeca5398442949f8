"""From process to process, with processes that do nothing else: what is waited for, what is passed on, what is left."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal import handover
from kat_journal.handover import Successor, is_possible, keep_pipe, say_it_stands, wait_for_all
from tests.helpers.command import ROOT

pytestmark = pytest.mark.skipif(not is_possible(), reason="hands over on Linux only")

PATIENCE = 60
QUIET = "import sys; sys.stdin.read()"


@pytest.fixture
def chain():
    """Four processes, each taking over from the one before; and what they said: number, process, open files."""
    command = [sys.executable, "-m", "tests.helpers.successors", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        said = [[int(word) for word in process.stdout.readline().split()] for _ in range(4)]
        yield process, said
        process.stdin.close()


def successor_of(script):
    return Successor([sys.executable, "-c", script])


def answered(successor):
    ready, _, _ = select.select([successor.pipe], [], [], PATIENCE)
    assert ready
    return successor.stands()


def test_whoever_waits_for_the_first_waits_for_the_last_and_gets_its_status(chain):
    process, said = chain
    assert [one[0] for one in said] == [1, 2, 3, 4]
    assert process.poll() is None
    process.stdin.write("\n")
    process.stdin.close()

    assert process.wait(PATIENCE) == 7


def test_however_often_it_is_handed_over_one_process_stays_to_wait(chain, qtbot):
    process, said = chain
    first, second, third, last = (one[1] for one in said)
    assert first == process.pid
    waiting = Path(f"/proc/{first}/task/{first}/children")

    qtbot.waitUntil(lambda: waiting.read_text().split() == [str(last)], timeout=PATIENCE * 1000)

    assert not any(Path(f"/proc/{gone}").exists() for gone in (second, third))


def test_a_fresh_process_gets_the_standard_streams_and_the_pipe_and_nothing_else(chain, tmp_path):
    _, said = chain
    looking = 1  # the look at the open files is one itself

    assert len(said[0][2:]) == 3 + looking
    for one in said[1:]:
        assert len(one[2:]) == 3 + looking + 1


def test_a_signal_is_passed_on(chain, qtbot):
    process, said = chain
    waiting = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    qtbot.waitUntil(lambda: waiting.read_text().split() == [str(said[-1][1])], timeout=PATIENCE * 1000)

    process.terminate()

    assert process.wait(PATIENCE) == 128 + signal.SIGTERM


def test_a_successor_that_dies_does_not_stand():
    successor = successor_of("raise SystemExit(3)")

    assert not answered(successor)
    successor.give_up()


def test_a_successor_that_is_given_up_is_gone():
    successor = successor_of(QUIET)

    successor.give_up()

    assert successor._process.returncode == -signal.SIGKILL
    with pytest.raises(OSError):
        os.fstat(successor.pipe)


def test_a_successor_that_cannot_be_started_leaves_no_pipe(tmp_path):
    before = set(Path("/proc/self/fd").iterdir())

    with pytest.raises(OSError):
        Successor([str(tmp_path / "no such program")])

    assert set(Path("/proc/self/fd").iterdir()) == before


def test_the_pipe_is_kept_from_other_programs_and_says_one_thing():
    ours, theirs = os.pipe()
    os.set_inheritable(theirs, True)

    keep_pipe(theirs)
    assert not os.get_inheritable(theirs)
    say_it_stands(theirs)
    say_it_stands(theirs)  # closed by now: nobody minds
    keep_pipe(theirs)

    assert os.read(ours, 10) == b"."
    assert os.read(ours, 10) == b""
    os.close(ours)


def test_who_waits_for_nobody_ends_at_once():
    ran = subprocess.run([sys.executable, "-I", "-S", handover.__file__], check=False, timeout=PATIENCE)

    assert ran.returncode == 0
    assert callable(wait_for_all)


def test_elsewhere_the_process_is_replaced():
    assert is_possible("linux", frozen=False)
    assert not is_possible("linux", frozen=True)
    assert not is_possible("darwin", frozen=False)
    assert not is_possible("win32", frozen=False)
