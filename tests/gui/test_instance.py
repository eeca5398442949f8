"""One window a journal, with real programs: what a second start finds, whatever became of the first."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kat_journal.gui.instance import Instance, Outcome, _until
from kat_journal.services.demo import PASSPHRASE

ROOT = Path(__file__).parents[2]
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton
from kat_journal.app import App
from kat_journal.cli import main, talk

class Watched(App):
    def window(self, *parts):
        window = super().window(*parts)
        QTimer.singleShot(0, window, window.showMinimized)
        if sys.argv[2] == "unlocked":
            QTimer.singleShot(0, window, lambda: unlock(window))
        Watch(window)
        return window

def unlock(window):
    window.findChild(QLineEdit, "passphrase").setText(sys.argv[3])
    window.findChild(QPushButton, "open").click()

class Watch(QTimer):
    def __init__(self, window):
        super().__init__(window, interval=20)
        self.said, self.window = "", window
        self.timeout.connect(self.look)
        self.start()

    def look(self):
        state = ("locked" if self.window.is_locked else "unlocked", "hidden" if self.window.isMinimized() else "shown")
        if state != self.said:
            self.said = state
            print(*state, flush=True)

talk.App = Watched
sys.exit(main(["--journal", sys.argv[1], "run"]))
"""


class Programs:
    """Starts windows and second starts; ends whatever is left."""

    def __init__(self, folder):
        self._started = []
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(folder / "config"),
        }

    def window(self, journal, state="locked"):
        """A window that has started and is minimized."""
        program = subprocess.Popen(
            [sys.executable, "-c", WINDOW, journal, state, PASSPHRASE],
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._started.append(program)
        read_until(program, f"{state} hidden")
        return program

    def second(self, journal):
        return subprocess.run(
            [sys.executable, "-m", "kat_journal", "--journal", journal, "run"],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def end(self):
        for program in self._started:
            program.kill()
            program.wait()
            program.stdout.close()


def read_until(program, line):
    for said in program.stdout:
        if said.strip() == line:
            return
    raise AssertionError(f"it ended without: {line}")


@pytest.fixture
def programs(tmp_path):
    programs = Programs(tmp_path)
    yield programs
    programs.end()


@pytest.fixture
def folder(demo_folder, tmp_path):
    import shutil

    return Path(shutil.copytree(demo_folder, tmp_path / "Journal"))


@pytest.mark.parametrize("state", ["locked", "unlocked"])
def test_a_second_start_brings_the_first_window_to_the_front(programs, folder, state):
    first = programs.window(folder, state)

    second = programs.second(folder)

    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == "KAT Journal is open already. Its window comes to the front.\n"
    read_until(first, f"{state} shown")
    assert not (folder / "window.asked").exists()


def test_the_welcome_of_a_journal_that_is_not_there_yet_has_one_window_too(programs, tmp_path):
    first = programs.window(tmp_path / "New" / "Journal")

    assert programs.second(tmp_path / "New" / "Journal").returncode == 0

    read_until(first, "locked shown")
    assert not (tmp_path / "New" / "Journal").exists()


def test_after_the_first_was_killed_the_next_opens_as_usual(programs, folder):
    first = programs.window(folder)
    first.kill()
    first.wait()
    assert (folder / "window").exists()

    programs.window(folder)


def test_a_window_that_does_not_answer_is_named_so(programs, folder):
    first = programs.window(folder)
    first.send_signal(signal.SIGSTOP)

    second = programs.second(folder)

    first.send_signal(signal.SIGCONT)
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr.startswith("KAT Journal is open already, but its window does not answer.")
    assert not (folder / "window.asked").exists()


def test_two_journals_have_their_windows_side_by_side(programs, folder, tmp_path):
    programs.window(folder)
    programs.window(tmp_path / "Another")


# Without Qt: who has it, and what passes between the two


@pytest.fixture
def made(tmp_path):
    """A folder that counts as a journal as soon as it is there."""
    return tmp_path / "Journal"


def instance(folder):
    return Instance(folder, folder.is_dir)


def test_where_a_disk_is_gone_nothing_is_put_until_it_is_back(tmp_path):
    folder = tmp_path / "disk" / "Journal"
    window = Instance(folder, folder.is_dir, lambda: not folder.is_dir())

    assert window.take()
    assert list(tmp_path.iterdir()) == []
    folder.mkdir(parents=True)
    window.follow()

    assert window.file.exists()
    assert window.file.parent == folder
    window.release()


def test_nobody_is_asked_twice_and_the_answer_takes_the_question_away(made):
    made.mkdir()
    first, second = instance(made), instance(made)
    assert first.take()
    assert first.take()
    assert not first.asked()
    assert not second.take()
    came = []
    asking = threading.Thread(target=lambda: came.append(second.ask()))
    asking.start()
    assert _until(first.asked, 10)
    asking.join()
    assert came == [Outcome.CAME]
    assert not first.asked()
    first.release()
    first.release()
    assert list(made.iterdir()) == []


def test_a_window_that_closes_while_it_is_asked_leaves_its_place(made):
    first, second = instance(made), instance(made)
    first.take()
    threading.Timer(0.2, first.release).start()
    assert second.ask() is Outcome.GONE
    assert not second.asked()
    assert not first.take()
    second.release()
    assert list(made.parent.iterdir()) == []


def test_a_fresh_program_waits_for_the_old_one(made):
    first, second = instance(made), instance(made)
    first.take()
    assert not second.wait(0.1)
    threading.Timer(0.2, first.release).start()
    assert second.wait()
    second.release()


def test_the_window_moves_into_the_journal_that_it_made(made):
    first, second = instance(made), instance(made)
    first.follow()
    assert first.take()
    assert first.file.parent == made.parent
    made.mkdir()
    assert not second.take()
    first.follow()
    assert (first.file, list(made.parent.iterdir())) == (made / "window", [made])
    assert not second.take()
    first.release()
    (made.parent / ".Journal.window").touch()
    assert second.take()
    second.release()


def test_where_no_file_can_be_held_nobody_is_held_up(made):
    made.mkdir()
    (made / "window").symlink_to(made.parent / "letter")
    first = instance(made)
    assert first.take()
    assert not first.asked()
    assert not (made.parent / "letter").exists()
    (made / "window").unlink()
    assert first.take()
    assert instance(made).ask(0) is Outcome.SILENT
    assert not (made / "window.asked").exists()
    first.release()


def test_a_start_in_the_moment_when_the_journal_was_just_made_finds_its_window(made):
    first, second = instance(made), instance(made)
    first.take()
    made.mkdir()
    assert first.file == made.parent / ".Journal.window"
    assert second.ask(0) is Outcome.SILENT
    first.release()


def test_what_is_no_question_is_left_alone(made):
    made.mkdir()
    first = instance(made)
    first.take()
    (made / "window.asked").mkdir()
    assert not first.asked()
    assert (made / "window.asked").is_dir()
    first.release()
