"""``kat-journal salvage``: a damaged journal is read, a new one is made, and what is missing is told."""

import os

from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage import key_file
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import code_of
from tests.storage.making import contents
from tests.storage.salvage_making import told

NEW = "amber lantern quiet river"


def said(text):
    """A file descriptor that says one line."""
    read, write = os.pipe()
    os.write(write, f"{text}\n".encode())
    os.close(write)
    return read


def spoil(journal):
    with (journal / "journal.db").open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")


def test_salvage_reads_the_damaged_one_and_makes_a_new_one(run, journal, tmp_path):
    counts = told(journal, PASSPHRASE)
    spoil(journal)
    before = contents(journal)
    new = tmp_path / "New"
    status, out, err = run("salvage", journal, new, "--passphrase-fd", said(PASSPHRASE))
    assert (status, err) == (0, "")
    assert out.splitlines()[:3] == [f"journal: {new}", *counts]
    assert "table of contents is lost" in out
    assert contents(journal) == before
    open_vault(new, PASSPHRASE).close()


def test_the_recovery_code_takes_a_new_passphrase(run, journal, tmp_path):
    code = code_of(next(key_file.read(journal)[0].seeds(PASSPHRASE))[1])
    for name in ("keys.json", "keys.json.bak"):
        (journal / name).unlink()
    fds = ("--code-fd", said(code), "--passphrase-fd", said(NEW))
    assert run("salvage", journal, tmp_path / "New", *fds)[0] == 0
    open_vault(tmp_path / "New", NEW).close()


def test_a_code_that_is_mistyped_or_cannot_be_read_is_said_plainly(run, journal, tmp_path):
    for descriptor, sentence in ((said("ABCD-EFGH"), "A recovery code has 8"), (999, "The recovery code could not be")):
        status, out, err = run("salvage", journal, tmp_path / "New", "--code-fd", descriptor)
        assert (status, out) == (1, "")
        assert err.startswith(sentence)
    assert not (tmp_path / "New").exists()


def test_a_wrong_passphrase_and_no_terminal_are_refused_in_one_sentence(run, journal, tmp_path):
    status, out, err = run("salvage", journal, tmp_path / "New", "--passphrase-fd", said("a wrong one, long enough"))
    assert (status, out) == (1, "")
    assert err.startswith("That passphrase does not open this journal.")
    assert run("salvage", journal, tmp_path / "New", "--code-fd", 999)[0] == 1
    assert not (tmp_path / "New").exists()


def test_a_journal_that_another_computer_may_have_open_is_named_and_can_be_taken_over(run, journal, tmp_path):
    said_by = '{"host": "LAPTOP-2", "user": "sam", "pid": 7, "since": "2026-11-20T10:12:00Z"}'
    (journal / "lock").write_text(said_by)
    export = ("--journal", journal, "export", "-o", tmp_path / "summary.md", "--passphrase-fd")
    status, _, err = run(*export, said(PASSPHRASE))
    assert status == 1
    assert err.startswith("This journal may still be open on LAPTOP-2 (sam), since 2026-11-2")
    assert (journal / "lock").read_text() == said_by
    assert run(*export, said(PASSPHRASE), "--take-over")[0] == 0
    assert not (journal / "lock").exists()
