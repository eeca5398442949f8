"""Locking for real: the process that read the journal is gone, and a fresh one waits in its place."""

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.helpers.command import ROOT, surroundings
from tests.helpers.desktop import LOGIN, LOGIN_PATH, Desktop, Inhibitors, private_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and hands over on Linux only")

PASSPHRASE = "lantern harbour seven plum"
WORDS = "zanzibar marmalade nine"
PATIENCE = 60_000
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")


def copies(pid, words):
    """How often a process holds the words, as Python, Qt or SQLite keep them."""
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            start, end, rights = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
            if rights.startswith("rw"):
                with suppress(OSError, ValueError):
                    memory.seek(int(start, 16))
                    held = memory.read(int(end, 16) - int(start, 16))
                    found += sum(held.count(words.encode(encoding)) for encoding in ENCODINGS)
    return found


def command_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]


def children_of(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class Person:
    """In front of a window in a process of its own."""

    def __init__(self, folder, home, more):
        environment = surroundings(home) | {
            "QT_QPA_PLATFORM": "offscreen",
            "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf"),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.locker", str(folder)],
            cwd=ROOT,
            env=environment | more,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.pid = self.process.pid

    def writes(self):
        """Unlock the journal and write; what the program says instead, when it fails, is shown."""
        self.says(PASSPHRASE, WORDS)
        said = self.process.stdout.readline()
        assert said == "typed\n", said + self.process.stdout.read()

    def says(self, *lines):
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def waits_for_a_fresh_one(self, qtbot):
        """The process that this one has become waits for another; gives that one."""
        qtbot.waitUntil(
            lambda: command_of(self.pid)[-1:] == [str(ROOT / "kat_journal" / "handover.py")], timeout=PATIENCE
        )
        (fresh,) = children_of(self.pid)
        return fresh

    def leave(self):
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)  # the fresh process too
        self.process.communicate()


@pytest.fixture
def sit_down(tmp_path):
    """Seats somebody at their journal, in a home of its own."""
    folder = tmp_path / "Journal"
    create_vault(folder, PASSPHRASE, KdfParameters(8192, 1, 1)).close()
    people = []

    def sit(**more):
        people.append(Person(folder, tmp_path / "home", more))
        people[-1].writes()
        return people[-1]

    yield sit
    for person in people:
        person.leave()


@pytest.fixture
def login(tmp_path):
    """A login manager that can hold back sleep, and what leads a program to it."""
    with private_bus(tmp_path) as address:
        desktop, inhibitors = Desktop(address, "login"), Inhibitors()
        desktop.answers_calls(inhibitors)
        desktop.has(LOGIN)
        yield desktop, inhibitors, {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        desktop.leave()
        inhibitors.close()


def kept(folder):
    """The words in the file."""
    vault = open_vault(folder, PASSPHRASE)
    (response,) = Responses(vault.connection).newest(5)
    vault.close()
    return response.answers[ItemId("words")].text


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into the memory of the program")
def test_locking_hands_over_to_a_process_with_nothing_in_memory(sit_down, qtbot, tmp_path):
    person = sit_down()
    assert copies(person.pid, WORDS) > 0, "the search finds what is there"
    assert copies(person.pid, PASSPHRASE) > 0

    person.says("lock")
    fresh = person.waits_for_a_fresh_one(qtbot)

    command = command_of(fresh)
    assert command[1:6] == ["-P", "-m", "kat_journal", f"--journal={tmp_path / 'Journal'}", "run"]
    assert not (tmp_path / "Journal" / "lock").exists()
    for pid in (fresh, person.pid):
        assert copies(pid, WORDS) == 0
        assert copies(pid, PASSPHRASE) == 0
    assert kept(tmp_path / "Journal") == WORDS


def test_what_stays_of_the_old_process_is_small_and_holds_nothing_open(sit_down, qtbot):
    person = sit_down()
    person.says("lock")
    fresh = person.waits_for_a_fresh_one(qtbot)

    # Python has its own file open for a moment; no journal, no display and no bus are left.
    qtbot.waitUntil(lambda: len([*Path(f"/proc/{person.pid}/fd").iterdir()]) == 3, timeout=PATIENCE)
    assert "Qt6" not in Path(f"/proc/{person.pid}/maps").read_text()
    os.kill(fresh, signal.SIGTERM)

    assert person.process.wait(60) == 128 + signal.SIGTERM, "it ends with the window, and as the window did"


def test_ending_what_was_started_ends_the_window(sit_down, qtbot):
    person = sit_down()
    person.says("lock")
    fresh = person.waits_for_a_fresh_one(qtbot)

    person.process.terminate()

    assert person.process.wait(60) == 128 + signal.SIGTERM
    assert not Path(f"/proc/{fresh}").exists()


@pytest.mark.parametrize(
    "said",
    [
        (LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ],
)
def test_the_desktop_locks_the_journal_and_sleep_waits_for_it(sit_down, login, qtbot, tmp_path, said):
    desktop, inhibitors, buses = login
    person = sit_down(**buses)
    qtbot.waitUntil(lambda: inhibitors.held == 1, timeout=PATIENCE)
    person.says("live")
    desktop.says(LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", False)
    desktop.says("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False)
    assert inhibitors.held == 1, "waking up and an unlocked screen change nothing"

    desktop.says(*said)

    person.waits_for_a_fresh_one(qtbot)
    qtbot.waitUntil(lambda: inhibitors.held == 0, timeout=PATIENCE)
    assert kept(tmp_path / "Journal") == WORDS
