"""Backups from the command line: one plain line each, and nothing replaced without a yes."""

import pytest

from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage import key_file
from kat_journal.storage.recovery_code import code_of
from tests.helpers.command import at_terminal, piped

INSIDE = "inside: sessions "


def secret(words=PASSPHRASE):
    return "--passphrase-fd", piped(words + "\n")


def code(folder):
    return code_of(next(key_file.read(folder)[0].seeds(PASSPHRASE))[1])


@pytest.fixture
def backup(run, journal, tmp_path):
    path = tmp_path / "copy.kjbackup"
    assert run("--journal", journal, "backup", path, *secret()) == (0, f"backup: {path}\n", "")
    return path


def damage(path):
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def test_a_backup_writes_over_nothing(run, journal, backup):
    before = backup.read_bytes()

    status, out, err = run("--journal", journal, "backup", backup, *secret())

    assert (status, out) == (1, "")
    assert err.startswith("There is already something at that place.")
    assert backup.read_bytes() == before


def test_a_backup_is_verified_without_and_with_its_passphrase(run, journal, backup):
    status, out, _ = run("verify", backup)
    assert status == 0
    made, ok = out.splitlines()
    assert made.startswith("made: 20")
    assert " MB, KAT Journal " in made
    assert ok == f"ok: {backup}"

    status, out, _ = run("--journal", journal, "verify", backup, *secret())
    assert status == 0
    assert INSIDE in out

    status, out, err = run("--journal", journal, "verify", backup, *secret("something else altogether"))
    assert status == 1
    assert "something else" not in out + err
    assert err.startswith("That passphrase does not open this backup.")


def test_a_damaged_backup_is_said_to_be_damaged(run, backup):
    damage(backup)

    status, out, err = run("verify", backup)

    assert (status, out) == (1, "")
    assert err.startswith("This backup is damaged. Your journal was not touched.")


def test_the_journal_and_every_backup_are_verified(run, journal):
    for name in ("a", "b"):
        (journal / "backups").mkdir(exist_ok=True)
        assert run("--journal", journal, "backup", journal / "backups" / f"{name}.kjbackup", *secret())[0] == 0
    first, second = (journal / "backups" / f"{name}.kjbackup" for name in "ba")
    status, out, err = run("--journal", journal, "verify", *secret())
    assert (status, err) == (0, "")
    assert sorted(out.splitlines()) == sorted([f"ok: {journal}", f"ok: {first}", f"ok: {second}"])

    damage(second)
    status, out, err = run("--journal", journal, "verify", *secret())
    assert status == 1
    assert f"WRONG: {second}" in out
    assert f"ok: {first}" in out
    assert err.startswith("This backup is damaged.")


def test_backups_are_verified_although_the_journal_is_damaged(run, journal):
    (journal / "backups").mkdir()
    path = journal / "backups" / "a.kjbackup"
    run("--journal", journal, "backup", path, *secret())
    with (journal / "journal.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"x" * 9000)

    status, out, err = run("--journal", journal, "verify", *secret())

    assert (status, out) == (1, f"WRONG: {journal}\nok: {path}\n")
    assert err.startswith("This journal looks damaged.")


def test_a_restore_says_what_is_inside_and_where_the_replaced_one_is(run, journal, backup):
    status, out, err = run("--journal", journal, "restore", backup, "--yes", *secret())

    assert (status, err) == (0, "")
    made, inside, folder, kept = out.splitlines()
    assert made.startswith("made: ")
    assert inside.startswith(INSIDE)
    assert inside.endswith("newest page 2026-11-22")
    assert folder == f"journal: {journal}"
    (replaced,) = (journal / "backups").iterdir()
    assert kept == f"kept: {replaced}"
    assert run("--journal", journal, "verify", *secret())[0] == 0


def test_without_a_terminal_and_a_yes_nothing_is_replaced(run, journal, backup):
    before = (journal / "journal.db").read_bytes()

    status, out, err = run("--journal", journal, "restore", backup, *secret())

    assert status == 1
    assert INSIDE in out
    assert err.startswith("This was not confirmed, so nothing was changed.")
    assert (journal / "journal.db").read_bytes() == before


def test_a_new_computer_gets_the_journal_unasked_by_passphrase_or_code(run, journal, backup, tmp_path):
    words = code(journal)
    for name, how in (("one", secret()), ("two", ("--code-fd", piped(words + "\n")))):
        folder = tmp_path / name
        status, out, err = run("--journal", folder, "restore", backup, *how)
        assert (status, err) == (0, "")
        assert "kept:" not in out
        assert run("--journal", folder, "verify", *secret())[:2] == (0, f"ok: {folder}\n")


def test_a_code_of_another_journal_or_with_a_slip_is_refused(run, journal, backup, tmp_path):
    words = code(journal)
    for typed, sentence in (
        ("0" + words[1:] if words[0] != "0" else "1" + words[1:], "There is a mistake in group 1"),
        (words[:-5], "A recovery code has 8 groups of 4."),
    ):
        status, _, err = run("--journal", tmp_path / "new", "restore", backup, "--code-fd", piped(typed))
        assert status == 1
        assert err.startswith(sentence)
        assert not (tmp_path / "new").exists()


def test_at_a_terminal_it_is_asked(run, journal, backup, home):
    arguments = ["--journal", journal, "restore", backup]

    status, shown = at_terminal(home, arguments, [f"{PASSPHRASE}\n", "no\n"])
    assert status == 1
    assert "This was not confirmed" in shown
    assert not (journal / "backups").exists()

    status, shown = at_terminal(home, [*arguments, "--code"], [f"{code(journal)}\n", "yes\n"])
    assert status == 0
    assert "kept: " in shown
    assert PASSPHRASE not in shown


def test_a_backup_of_another_journal_is_said_to_be_one(run, journal, backup, tmp_path):
    other = tmp_path / "Other"
    assert run("--journal", journal, "create", other, *secret())[0] == 0

    status, out, _ = run("--journal", other, "restore", backup, "--yes", *secret())

    assert status == 0
    assert out.splitlines()[1] == "It is not of the journal that is in place now, but of another one."
