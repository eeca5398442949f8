import re
import subprocess
import sys
from pathlib import Path

from kat_journal.config import default_journal
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from tests.helpers.command import ROOT, export, surroundings

DAY = "2026-11-23"


def rows(folder):
    """Everything that the journal's tables hold, but for the one key that must differ."""
    vault = open_vault(folder, PASSPHRASE)
    try:
        tables = [row[0] for row in vault.connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: [tuple(row) for row in vault.connection.rows(f'SELECT * FROM "{name}"')] for name in tables}
    finally:
        vault.close()
    found["setting"] = [row for row in found["setting"] if not row[0].endswith(".private-key")]
    return found


def test_two_demos_of_one_day_hold_the_same_rows_and_give_the_same_summary(run, tmp_path):
    files = []
    for name in ("one", "two"):
        folder, target = tmp_path / name, tmp_path / f"{name}.md"
        status, out, err = run("demo", folder, "--no-window", "--today", DAY)
        assert (status, err) == (0, "")
        assert out == f"journal: {folder}\npassphrase: {PASSPHRASE}\n"
        days = ["--from", "2026-11-01", "--to", DAY]
        assert run(*export(folder, target, *days))[0] == 0
        files.append((rows(folder), target.read_bytes()))

    (first_rows, first_file), (second_rows, second_file) = files
    for table in first_rows | second_rows:
        if table != "share_record":  # the exports just made: their instants and names are not of the demo
            assert first_rows[table] == second_rows[table], table
    assert len(first_rows) > 10
    assert first_file == second_file
    assert b"## " in first_file


def test_a_demo_is_told_from_today_and_exported_since_the_last_appointment(run, tmp_path):
    assert run("demo", "--no-window")[0] == 0
    folder = default_journal().parent / "Demo"
    again = run("demo", "--no-window")

    assert again == (0, f"journal: {folder}\npassphrase: {PASSPHRASE}\n", ""), "made once, then only named"
    assert run(*export(folder, tmp_path / "usual.md"))[0] == 0
    assert run(*export(folder, tmp_path / "asked.md", "--since-last-appointment"))[0] == 0
    assert (tmp_path / "usual.md").read_bytes() == (tmp_path / "asked.md").read_bytes()
    assert run("demo", "--no-window", "--today", DAY)[0] == 1, "another day would be another demo"


def test_a_demo_is_never_made_in_a_folder_that_holds_something(run, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    status, out, err = run("demo", tmp_path, "--no-window")

    assert (status, out) == (1, "")
    assert err.startswith("There is already something at that place.")
    assert not (tmp_path / "journal.db").exists()


def test_the_demo_of_make_without_a_display_writes_and_names_a_summary(tmp_path):
    command = [sys.executable, str(ROOT / "packaging" / "demo.py")]
    done = subprocess.run(
        command, env=surroundings(tmp_path), capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    target = re.findall("^summary: (.*)$", done.stdout, re.MULTILINE)[-1]
    assert Path(target).read_text(encoding="utf-8").startswith("# Notes for my appointment")
