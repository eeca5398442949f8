"""A word that is typed into every field is nowhere in clear: in no file, in no output, in nothing that was written."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kat_journal.cli import main as command
from kat_journal.domain.form import ItemType
from kat_journal.domain.support_card import ReadableCard
from kat_journal.storage import backup, support_card
from kat_journal.storage.courses import Courses
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.restoring import restore
from kat_journal.storage.support_contacts import SupportContacts
from tests.helpers.clock import MONDAY_MORNING
from tests.helpers.command import ROOT, export, surroundings
from tests.helpers.traces import ENCODINGS, files_with, holds, written_strings

WORD = "zanzibarmarmalade"
PASSPHRASE = "lantern harbour seven plum"
STRACE = shutil.which("strace")
WRITES = "write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg"
LOCAL = {"AF_UNIX", "AF_NETLINK"}
"""The display, D-Bus, and what X11 asks the system about devices."""
PATIENCE = 300


@dataclass
class Swept:
    """What is left of the journey."""

    home: Path
    journal: Path
    beside: Path
    log: Path
    out: str
    err: str


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """The journey, made once: everything it leaves is below one folder."""
    place = tmp_path_factory.mktemp("swept")
    home, journal, log = place / "home", place / "Journal", place / "writes.log"
    traced = f"trace={WRITES},%network"
    watched = [STRACE, "-f", "-qq", "--seccomp-bpf", "-xx", "-s", "65535", "-e", traced, "-o", str(log)]
    done = subprocess.run(
        [
            *without_network(),
            *(watched if STRACE else []),
            sys.executable,
            "-m",
            "tests.journeys.sweeper",
            str(journal),
        ],
        input=f"{WORD}\n{PASSPHRASE}\n",
        cwd=ROOT,
        env=offscreen(home),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Swept(home, journal, place / "Beside", log, done.stdout, done.stderr)


def offscreen(home):
    return surroundings(home) | {
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf"),
    }


def without_network():
    """What a command begins with to run where there is no network at all; nothing where that cannot be had."""
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    try:
        possible = subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        possible = False
    return alone if possible else []


def sockets(log):
    """The families of the sockets that were made."""
    return set(re.findall(r"\bsocket(?:pair)?\((\w+)", log.read_text(encoding="ascii", errors="replace")))


def test_the_word_was_typed_into_every_field_and_kept(swept, library):
    """Otherwise finding nothing would say nothing."""
    assert swept.out.startswith("journey done")
    vault = open_vault(swept.journal, PASSPHRASE)
    try:
        answers = {
            (one.form_id, item): answer
            for one in Responses(vault.connection).newest(10_000)
            for item, answer in one.answers.items()
        }
        (course,), (appointment,) = Courses(vault.connection).courses(), Courses(vault.connection).appointments()
        clinic, friend = sorted(SupportContacts(vault.connection).contacts(), key=lambda contact: contact.name)
    finally:
        vault.close()
    for form in library.forms.values():
        for item in form.questions():
            answer = answers.get((form.id, item.id))
            if item.type is ItemType.TEXT:
                assert answer is not None, (form.id, item.id)
                assert WORD in answer.text, (form.id, item.id)
            if item.note:
                assert answer is not None, (form.id, item.id)
                assert WORD in answer.note, (form.id, item.id)
    assert (course.name, course.clinic, appointment.who) == (WORD, WORD, WORD)
    assert (clinic.number, friend.name, friend.number) == (WORD, WORD, WORD)


def test_no_file_holds_it(swept):
    assert files_with(WORD, swept.home, swept.journal, swept.beside) == []
    assert len(list(swept.journal.iterdir())) >= 3


def test_backups_restored_and_salvaged_journals_hold_it_locked_away(swept, tmp_path):
    """So that finding it in none of their files says something."""
    restore(swept.beside / "one.kjbackup", tmp_path / "Journal", PASSPHRASE, MONDAY_MORNING)
    for folder in (tmp_path / "Journal", swept.beside / "Restored", swept.beside / "Salvaged"):
        vault = open_vault(folder, PASSPHRASE)
        texts = [row[0] for row in vault.connection.rows("SELECT text FROM answer")]
        vault.close()
        assert sum(WORD in text for text in texts) > 10, folder.name
        assert f"{WORD} while locked" in texts or folder.name == "Salvaged"
    assert {path.suffix for path in (swept.beside / "Restored" / "backups").iterdir()} == {".kjbackup"}


def test_a_program_that_was_killed_leaves_it_in_no_file(kdf, tmp_path):
    journal = tmp_path / "Journal"
    create_vault(journal, PASSPHRASE, kdf).close()
    command = [sys.executable, "-m", "tests.journeys.locker", str(journal)]
    with subprocess.Popen(
        command, cwd=ROOT, env=offscreen(tmp_path / "home"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        program.stdin.write(f"{PASSPHRASE}\n{WORD} at the end\n")
        program.stdin.flush()
        assert program.stdout.readline() == "typed\n"
        program.kill()

    assert files_with(WORD, journal, tmp_path / "home") == []
    vault = open_vault(journal, PASSPHRASE)
    assert Responses(vault.connection).newest(1)[0].answers["words"].text == f"{WORD} at the end"
    vault.close()


def test_nothing_that_was_printed_holds_it(swept):
    assert not holds((swept.out + swept.err).encode(), WORD)
    assert "KeyError at" in swept.err, "a failure with the word in it did happen, and was told without it"


def test_the_journal_is_no_readable_database(swept):
    assert not (swept.journal / "journal.db").read_bytes().startswith(b"SQLite format 3\x00")


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: what is written and removed again is not seen")
def test_nothing_that_was_written_for_a_moment_held_it(swept):
    """Temporary files and pipes too."""
    written = list(written_strings(swept.log))

    assert sum(map(len, written)) > (swept.journal / "journal.db").stat().st_size, "every page was seen being written"
    assert any(b"journey done" in one for one in written), "and so was what was printed"
    assert not any(holds(one, WORD) for one in written)


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: sockets are not seen")
def test_no_socket_was_made_but_local_ones(swept):
    """And everything worked where there is no network to be reached, wherever the system lets a test take it away."""
    assert sockets(swept.log) <= LOCAL


def test_what_is_kept_readable_is_the_one_file_that_holds_it_and_no_backup_takes_it_along(kdf, tmp_path):
    """Nothing is kept readable on the journey; here it is, by the one way there is."""
    journal = tmp_path / "Journal"
    vault = create_vault(journal, PASSPHRASE, kdf)
    support_card.write(journal, ReadableCard(WORD))
    backup.make(vault.connection, vault.key, journal, tmp_path / "one.kjbackup")
    vault.close()

    assert files_with(WORD, tmp_path) == [journal / support_card.NAME]
    support_card.remove(journal)
    assert files_with(WORD, tmp_path) == []


# The searches find what is there


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("word", [WORD, WORD.upper(), WORD.title()])
def test_a_file_that_holds_it_would_be_found(tmp_path, encoding, word):
    (tmp_path / "deep" / "inside").mkdir(parents=True)
    (tmp_path / "deep" / "inside" / "file").write_bytes(b"\x00\xff" + word.encode(encoding) + b"\xff")

    assert files_with(WORD, tmp_path) == [tmp_path / "deep" / "inside" / "file"]


def test_a_name_that_holds_it_would_be_found(tmp_path):
    (tmp_path / f"{WORD}.txt").touch()

    assert files_with(WORD, tmp_path) == [tmp_path / f"{WORD}.txt"]


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_a_socket_would_be_found(tmp_path):
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM); socket.socketpair()"
    watch = [STRACE, "-f", "-qq", "-e", "trace=%network", "-o", str(tmp_path / "log")]
    subprocess.run([*watch, sys.executable, "-c", program], check=True)

    assert sockets(tmp_path / "log") == {"AF_INET", "AF_UNIX"}


@pytest.mark.skipif(not without_network(), reason="this system lets no test take the network away")
def test_a_program_would_find_no_network_there():
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run(
        [*without_network(), sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert "Network is unreachable" in done.stderr


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_a_write_that_held_it_would_be_found(tmp_path):
    log, program = tmp_path / "log", f"import os; os.write(1, {WORD!r}.encode('utf-16-le'))"
    watch = [STRACE, "-f", "-qq", "-xx", "-s", "65535", "-e", f"trace={WRITES}", "-o", str(log)]
    subprocess.run([*watch, sys.executable, "-c", program], check=True, capture_output=True)

    assert any(holds(one, WORD) for one in written_strings(log))


def test_a_summary_that_holds_it_would_be_found(swept, tmp_path):
    journal = shutil.copytree(swept.journal, tmp_path / "Journal")
    days = ["--from", "2026-11-01", "--to", "2026-12-31", "--everything"]
    arguments = export(journal, tmp_path / "summary.md", *days, passphrase=PASSPHRASE)

    assert command([str(argument) for argument in arguments]) == 0
    assert files_with(WORD, tmp_path) == [tmp_path / "summary.md"]
