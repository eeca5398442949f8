"""A word that is typed into every field is nowhere in clear: in no file, in no output, in nothing that was written."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kat_journal.cli import main as command
from kat_journal.domain.form import ItemType
from kat_journal.storage.courses import Courses
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.support_contacts import SupportContacts
from tests.helpers.command import ROOT, export, surroundings
from tests.helpers.traces import ENCODINGS, files_with, holds, written_strings

WORD = "zanzibarmarmalade"
PASSPHRASE = "lantern harbour seven plum"
STRACE = shutil.which("strace")
WRITES = "write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg"
PATIENCE = 300


@dataclass
class Swept:
    """What is left of the journey."""

    home: Path
    journal: Path
    log: Path
    out: str
    err: str


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """The journey, made once: everything it leaves is below one folder."""
    place = tmp_path_factory.mktemp("swept")
    home, journal, log = place / "home", place / "Journal", place / "writes.log"
    watched = [STRACE, "-f", "-qq", "--seccomp-bpf", "-xx", "-s", "65535", "-e", f"trace={WRITES}", "-o", str(log)]
    done = subprocess.run(
        [*(watched if STRACE else []), sys.executable, "-m", "tests.journeys.sweeper", str(journal)],
        input=f"{WORD}\n{PASSPHRASE}\n",
        cwd=ROOT,
        env=surroundings(home)
        | {"QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf")},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Swept(home, journal, log, done.stdout, done.stderr)


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
    assert files_with(WORD, swept.home, swept.journal) == []
    assert len(list(swept.journal.iterdir())) >= 3


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
