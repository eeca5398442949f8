"""When the next reminders are goes from process to process through a pipe: no file, no word, nothing in the command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal.handover import INSTANTS, Successor, filled_pipe, is_possible, option_to_inherit, read_instants
from tests.helpers.command import ROOT

linux = pytest.mark.skipif(not is_possible(), reason="hands over on Linux only")
posix = pytest.mark.skipif(os.name != "posix", reason="an open pipe is inherited on POSIX only")
DATA = b"quiet 22 8\nmoment 1795432000 1795500000"
READS = (
    "import os, sys\n"
    "from kat_journal.handover import INSTANTS, read_instants\n"
    "given = [one.split('=')[1] for one in sys.argv if one.startswith(INSTANTS)]\n"
    "data = read_instants(int(given[0])) if given else b'none'\n"
    "again = read_instants(int(given[0])) if given else b''\n"
    "print(repr(data), repr(again), flush=True)\n"
)


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_what_is_left_in_a_pipe_is_read_once():
    (pipe,) = filled_pipe(DATA)

    assert read_instants(pipe) == DATA
    assert read_instants(pipe) == b""


@pytest.mark.parametrize("data", [b"", b"x" * 9000])
def test_nothing_and_far_too_much_make_no_pipe(data):
    assert filled_pipe(data) == ()


def test_without_a_pipe_there_is_nothing_to_read():
    assert read_instants(None) == b""
    assert read_instants(10_000) == b""


def test_an_empty_pipe_of_somebody_else_does_not_hold_the_start():
    ours, theirs = os.pipe()

    assert read_instants(ours) == b""

    os.close(theirs)


@linux
def test_the_fresh_process_reads_them_and_neither_end_stays_open_here(capfd):
    before = open_files()

    successor = Successor([sys.executable, "-c", READS], DATA)
    successor._process.wait()

    os.close(successor.pipe)
    assert open_files() == before
    assert capfd.readouterr().out == f"{DATA!r} b''\n"
    assert DATA.decode() not in " ".join(successor._process.args)


@linux
def test_where_nothing_is_wanted_the_command_does_not_name_a_pipe(capfd):
    successor = Successor([sys.executable, "-c", READS])
    successor._process.wait()
    os.close(successor.pipe)

    assert capfd.readouterr().out == "b'none' b''\n"
    assert not [word for word in successor._process.args if word.startswith(INSTANTS)]


@posix
def test_a_program_that_takes_the_place_of_this_one_finds_the_pipe_open():
    script = (
        "import os, sys\n"
        "from kat_journal.handover import option_to_inherit\n"
        f"option = option_to_inherit({DATA!r})\n"
        f"os.execv(sys.executable, [sys.executable, '-c', {READS!r}, *option])\n"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == f"{DATA!r} b''\n"


def test_nothing_to_hand_over_is_no_option():
    assert option_to_inherit(b"") == ()
