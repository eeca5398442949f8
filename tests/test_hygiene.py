"""What the process leaves to others, seen from outside it: each program here runs in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.command import ROOT, surroundings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

STATE = """
import ctypes, re, resource, sys
from pathlib import Path
def say():
    umask = re.search(r"^Umask:\\s*(\\d+)$", Path("/proc/self/status").read_text(), re.M)[1]
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0], umask, flush=True)
"""
HARDENED = "0 0 0077"
COMMAND = 'from kat_journal.cli import main; assert main(["--journal", "none", "export", "-o", "a.md"]) == 1\n'
ABORT = "import os; from kat_journal.hygiene import harden; harden() if {} else None; os.abort()"


def run(script, tmp_path):
    """The process that ran the script in that folder, where core dumps and readable files are usual."""
    return subprocess.run(
        ["sh", "-c", 'ulimit -S -c unlimited; umask 022; exec "$@"', "sh", sys.executable, "-c", script],
        cwd=tmp_path,
        env=surroundings(tmp_path / "home"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        start_new_session=True,
    )


def dumped(script, folder):
    """Whether the system took a picture of the memory of the process that ran the script and died."""
    folder.mkdir()
    command = f'ulimit -S -c unlimited; exec "{sys.executable}" -c "{script}"'
    died = os.posix_spawn("/bin/sh", ["sh", "-c", f'cd "{folder}"; {command}'], surroundings(folder / "home"))
    status = os.waitpid(died, 0)[1]
    assert os.WIFSIGNALED(status)
    return os.WCOREDUMP(status) or [path for path in folder.iterdir() if path.is_file()]


def test_a_process_that_dies_leaves_no_picture_of_its_memory(tmp_path):
    if not dumped(ABORT.format(False), tmp_path / "bare"):
        pytest.skip("this system takes none of any process")

    assert not dumped(ABORT.format(True), tmp_path / "hardened")


def test_a_command_is_hardened_before_it_does_anything(tmp_path):
    done = run(f"{STATE}say()\n{COMMAND}say()", tmp_path)

    before, after = done.stdout.splitlines()
    assert before.split()[0] == "1"
    assert before.split()[2] == "0022"
    assert after == HARDENED


def test_a_process_that_started_afresh_is_hardened_again(tmp_path):
    """As App's restart does it: the system forgets some of it when the program is replaced."""
    afresh = f"{STATE}say()\n{COMMAND}say()"
    command = [sys.executable, "-P", "-c", afresh]
    done = run(f"{COMMAND}import os; os.execv({sys.executable!r}, {command!r})", tmp_path)

    before, after = done.stdout.splitlines()
    assert before.split()[0] == "1", "the fresh process could be looked into"
    assert after == HARDENED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every process")
def test_another_program_of_the_same_account_cannot_read_its_memory(tmp_path):
    script = "import sys; from kat_journal.hygiene import harden; harden(); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdin=-1, stdout=-1) as process:
        process.stdout.readline()
        with pytest.raises(PermissionError):
            Path(f"/proc/{process.pid}/maps").read_bytes()


BECOME_NOBODY = """
import ctypes, os, sys
from pathlib import Path
from kat_journal.hygiene import harden
os.setgroups([])
os.setresgid(65534, 65534, 65534)
os.setresuid(65534, 65534, 65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as a program is that was started by that account
"""
HOLDER = BECOME_NOBODY + "{}\nprint(flush=True)\nsys.stdin.read()\n"
READER = f"""{BECOME_NOBODY}
try:
    start = int(Path(f"/proc/{{sys.argv[1]}}/maps").read_text().split("-", 1)[0], 16)
    with Path(f"/proc/{{sys.argv[1]}}/mem").open("rb") as memory:
        memory.seek(start)
        print("read" if memory.read(16) else "nothing")
except PermissionError:
    print("refused")
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start two programs of another account")
@pytest.mark.parametrize(("first", "said"), [("pass", "read"), ("harden()", "refused")])
def test_of_two_programs_of_one_account_one_reads_the_other_unless_it_is_hardened(first, said):
    """Both run as an account without rights. Without hardening the one reads the memory of the other."""
    with subprocess.Popen([sys.executable, "-c", HOLDER.format(first)], cwd=ROOT, stdin=-1, stdout=-1) as holder:
        assert holder.stdout.readline() == b"\n"
        reader = subprocess.run(
            [sys.executable, "-c", READER, str(holder.pid)],
            cwd=ROOT,
            capture_output=True,
            encoding="ascii",
            check=False,
            timeout=60,
        )
        holder.stdin.close()

    assert reader.stdout == f"{said}\n", reader.stderr


def test_python_tells_of_a_crash_on_the_error_stream_alone():
    """A file of such words would hold names of a person's day; nothing in the program asks for one."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "kat_journal").rglob("*.py")}

    assert len(texts) > 100
    assert [path for path, text in texts.items() if "faulthandler" in text] == []
