"""The journal of every released format opens in today's program, and without any program but the one in docs."""

import importlib.util
import os
import re
import runpy
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.storage import key_file
from kat_journal.storage.backup import make
from kat_journal.storage.connection import connect
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.keys import database_key, derive
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import code_of, seed_of
from kat_journal.storage.responses import Responses
from kat_journal.storage.vault import DATABASE
from tests.golden.make_journal import JOURNALS
from tests.helpers.command import ROOT, piped

FORMATS = sorted(path.name for path in JOURNALS.iterdir())
SCRIPT = ROOT / "docs" / "read_without_kat_journal.py"
NEEDED = ("cryptography", "cffi", "_cffi_backend", "pycparser")
ALONE = """
import runpy, sys
sys.path.append(sys.argv.pop(1))
sys.argv.pop(0)
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture(params=FORMATS)
def folder(request, tmp_path) -> Path:
    """A journal of a released format, this test's own copy."""
    return Path(shutil.copytree(JOURNALS / request.param, tmp_path / "Journal"))


@pytest.fixture
def passphrase(folder) -> str:
    return (folder / "passphrase.txt").read_text(encoding="utf-8").strip()


@pytest.fixture
def code(folder) -> str:
    return (folder / "recovery-code.txt").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def only_cryptography(tmp_path_factory) -> Path:
    """A folder of packages that holds cryptography, and what that needs."""
    place = tmp_path_factory.mktemp("packages")
    packages = Path(importlib.util.find_spec("cryptography").origin).parents[1]
    for found in packages.iterdir():
        if found.name.split(".")[0] in NEEDED:
            (place / found.name).symlink_to(found)
    return place


def alone(packages, *arguments, secret):
    """Run the script where Python has its own library and those packages, and nothing else."""
    handle = piped(secret + "\n")
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", ALONE, packages, SCRIPT, *arguments, "--passphrase-fd", str(handle)],
        pass_fds=[handle],
        cwd=packages,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PATH": os.environ["PATH"]},
        timeout=60,
        check=False,
    )


def test_today_s_program_opens_it(folder, passphrase, code):
    for opened in (lambda: open_vault(folder, passphrase), lambda: open_with_seed(folder, seed_of(code))):
        vault = opened()
        check_all(vault.connection)
        assert len(Responses(vault.connection).newest(1_000)) > 10
        vault.close()


def test_the_script_prints_every_answer_with_its_question_and_day(folder, passphrase, only_cryptography):
    done = alone(only_cryptography, folder, secret=passphrase)
    assert (done.returncode, done.stderr) == (0, "")
    blocks = done.stdout.strip("\n").split("\n\n")
    vault = open_vault(folder, passphrase)
    expected = [
        (f"{response.day}  {form.item(ItemId(item)).ask}", answer)
        for response in Responses(vault.connection).newest(1_000)
        for form in [Responses(vault.connection)._snapshots.form(response.form_digest)]
        for item, answer in response.answers.items()
    ]
    vault.close()
    assert len(expected) > 100
    for heading, answer in expected:
        words = [part for part in (answer.text, answer.note) if part]
        assert any(heading in block and all(part in done.stdout for part in words) for block in blocks), heading


def test_it_reads_the_same_rows_as_the_program(folder, passphrase):
    (keys, _), script = key_file.read(folder), runpy.run_path(str(SCRIPT))
    ((_, seed),) = keys.seeds(passphrase)
    theirs = sqlite3.connect(":memory:")
    theirs.deserialize(script["decrypted"]((folder / DATABASE).read_bytes(), bytes(seed)))
    ours = connect(folder / DATABASE, database_key(seed, keys.db_salt))
    tables = [row[0] for row in ours.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert {"answer", "response", "setting", "answer_search_data"} <= set(tables)
    for table in sorted(set(tables) - {"answer_search"}):  # the index itself is in the tables that bear its name
        question = f'SELECT * FROM "{table}"'
        assert theirs.execute(question).fetchall() == [tuple(row) for row in ours.rows(question)], table
    ours.close()
    theirs.close()


def test_the_script_reads_a_backup_and_takes_the_recovery_code(folder, passphrase, code, only_cryptography, tmp_path):
    words = alone(only_cryptography, folder, secret=passphrase).stdout
    vault = open_vault(folder, passphrase)
    backup = make(vault.connection, vault.key, folder, tmp_path / "a.kjbackup").path
    vault.close()

    assert alone(only_cryptography, backup, secret=passphrase).stdout == words
    assert alone(only_cryptography, backup, "--code", secret=code).stdout == words
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).unlink()
    assert alone(only_cryptography, folder, "--code", secret=code.lower().replace("-", " ")).stdout == words


def test_the_script_undoes_a_change_that_was_cut_off(folder, passphrase, only_cryptography, tmp_path):
    words = alone(only_cryptography, folder, secret=passphrase).stdout
    vault = open_vault(folder, passphrase)
    vault.connection.rows("PRAGMA cache_size = 10")  # so small that pages are written before the change is done
    with vault.connection.writing():
        vault.connection.execute("UPDATE answer SET text = text || ' and more'")
        shutil.copytree(folder, tmp_path / "Cut off")
    vault.close()
    cut = tmp_path / "Cut off"
    assert (cut / f"{DATABASE}-journal").stat().st_size > 4096
    assert (cut / DATABASE).read_bytes() != (JOURNALS / FORMATS[0] / DATABASE).read_bytes()

    assert alone(only_cryptography, cut, secret=passphrase).stdout == words
    assert "and more" in alone(only_cryptography, folder, secret=passphrase).stdout


def test_the_script_opens_nothing_with_another_secret(folder, only_cryptography):
    wrong = alone(only_cryptography, folder, secret="another four words entirely")
    other = alone(only_cryptography, folder, "--code", secret=code_of(bytearray(17)))

    assert (wrong.returncode, wrong.stdout) == (other.returncode, other.stdout) == (1, "")
    assert wrong.stderr == other.stderr == "Nothing here opens with that. Nothing was changed.\n"


def test_the_script_names_the_pages_that_are_damaged(folder, passphrase, only_cryptography):
    data = bytearray((folder / DATABASE).read_bytes())
    data[4096 * 40 + 7] ^= 4
    (folder / DATABASE).write_bytes(data)

    assert "not as they were written: [41]" in alone(only_cryptography, folder, secret=passphrase).stderr


@pytest.mark.parametrize("package", ["kat_journal", "sqlcipher3", "msgspec"])
def test_where_the_script_runs_there_is_nothing_else(only_cryptography, package):
    program = f"import sys; sys.path.append({str(only_cryptography)!r}); import cryptography, {package}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=False)

    assert f"No module named '{package}'" in done.stderr


def vectors():
    """The tables of test vectors in the description of the format."""
    text = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8").partition("## Test vectors")[2]
    return [dict(re.findall(r"^\| ([a-z ]+) \| `(.*)` \|$", table, re.MULTILINE)) for table in text.split("And of")]


def test_the_described_vectors_are_what_the_program_makes():
    for vector in vectors():
        seed, salt = bytearray.fromhex(vector["seed"]), bytes.fromhex(vector["salt"])
        assert code_of(seed) == vector["recovery code"]
        assert seed_of(vector["recovery code"]) == seed
        assert database_key(seed, salt).decode() == f"x'{vector['database key']}{vector['salt']}'"


def test_the_described_journal_is_the_one_in_the_tests():
    keys, _ = key_file.read(JOURNALS / "format-1")
    vector = vectors()[1]
    ((slot, seed),) = keys.seeds(vector["passphrase"])

    assert (seed.hex(), keys.db_salt.hex()) == (vector["seed"], vector["salt"])
    assert derive(vector["passphrase"], slot.salt, slot.kdf).hex() == vector["slot key"]
