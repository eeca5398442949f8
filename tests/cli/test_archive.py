"""Everything leaves and comes in on the command line, without the window."""

import json
import subprocess
import sys

import pytest

from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from tests.helpers import archives
from tests.helpers.command import at_terminal, export, piped, surroundings

WORDS = "amber lantern quiet river"
ALL = ("--format", "json", "--everything")


def brought(file, folder, words=WORDS):
    return ["import", "journal", file, folder, "--passphrase-fd", piped(words + "\n")]


def test_everything_leaves_and_comes_in_again_without_loss(run, journal, tmp_path):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    about = (
        "It holds everything, also what is in the bin and earlier wordings. Anybody who has the file can read it.\n"
        "This file is not encrypted.\n"
    )
    lies_about = "The file that it came from is not encrypted. Delete the copies that you do not need.\n"

    assert run(*export(journal, first, *ALL)) == (0, f"everything: {first}\n{about}", "")
    assert run(*brought(first, tmp_path / "New")) == (0, f"journal: {tmp_path / 'New'}\n{lies_about}", "")
    assert run(*export(tmp_path / "New", second, *ALL, passphrase=WORDS))[0] == 0

    assert second.read_bytes() == first.read_bytes()
    assert len(json.loads(first.read_bytes())["answer"]["rows"]) > 300


def test_a_summary_of_the_new_journal_is_the_one_of_the_old(run, journal, tmp_path):
    run(*export(journal, tmp_path / "all.json", *ALL))
    run(*brought(tmp_path / "all.json", tmp_path / "New"))
    days = ("--from", "2026-11-01", "--to", "2026-11-23", "--everything")
    run(*export(journal, tmp_path / "old.md", *days))
    run(*export(tmp_path / "New", tmp_path / "new.md", *days, passphrase=WORDS))

    assert (tmp_path / "new.md").read_bytes() == (tmp_path / "old.md").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "needs --everything"),
        (["--everything", "--from", "2026-11-01"], "takes no days"),
        (["--everything", "--to", "2026-11-01"], "takes no days"),
        (["--everything", "--session", "1"], "takes no days"),
        (["--everything", "--since-last-appointment"], "takes no days"),
        (["--everything", "--since-last-summary"], "takes no days"),
    ],
)
def test_a_part_of_a_journal_as_json_is_wrong_usage(misuse, tmp_path, arguments, said):
    assert said in misuse("export", "-o", tmp_path / "all.json", "--format", "json", *arguments)


def test_everything_is_written_over_nothing(run, journal, tmp_path):
    (tmp_path / "all.json").write_text("mine", encoding="utf-8")

    status, out, err = run(*export(journal, tmp_path / "all.json", *ALL))

    assert (status, out) == (1, "")
    assert err.startswith("There is already something at that place.")
    assert (tmp_path / "all.json").read_text(encoding="utf-8") == "mine"


def test_a_file_that_is_refused_is_refused_before_a_passphrase_is_asked_for(run, tmp_path):
    (tmp_path / "all.json").write_text("[]", encoding="utf-8")

    status, out, err = run("import", "journal", tmp_path / "all.json", tmp_path / "New", "--passphrase-fd", "987")

    assert (status, out) == (1, "")
    assert err.startswith("This is not a file with everything of a journal. Nothing was made.")
    assert not (tmp_path / "New").exists()


def test_the_place_of_what_is_wrong_is_said(run, tmp_path):
    data = archives.archive(archives.with_value("session", "zone", "Europe/Atlantis"))
    (tmp_path / "all.json").write_bytes(data)

    status, _, err = run(*brought(tmp_path / "all.json", tmp_path / "New"))

    line = archives.line_of("session")
    assert status == 1
    assert err.startswith(f"This file cannot be brought in. Something is wrong in line {line} (session). Nothing was")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.json", "home"]


def test_a_journal_is_brought_in_over_nothing(run, journal, tmp_path):
    (tmp_path / "all.json").write_bytes(archives.archive())

    status, _, err = run(*brought(tmp_path / "all.json", journal))

    assert status == 1
    assert err.startswith("There is already something at that place.")
    open_vault(journal, PASSPHRASE).close()


def test_at_a_terminal_the_new_passphrase_is_asked_for_twice(tmp_path):
    (tmp_path / "all.json").write_bytes(archives.archive())
    command = ["import", "journal", tmp_path / "all.json", tmp_path / "New"]

    status, shown = at_terminal(tmp_path / "home", command, [WORDS + "\n", WORDS + "\n"])

    assert status == 0
    assert "The same once more: " in shown
    open_vault(tmp_path / "New", WORDS).close()


def test_neither_loads_qt(tmp_path, journal):
    (tmp_path / "all.json").write_bytes(archives.archive())
    code = (
        "import sys; from kat_journal.cli import main; status = main(sys.argv[1:]);"
        "sys.exit(status or any(name.startswith('PySide6') for name in sys.modules))"
    )
    for words, command in (
        (WORDS, ["import", "journal", tmp_path / "all.json", tmp_path / "New"]),
        (PASSPHRASE, ["--journal", journal, "export", *ALL, "-o", tmp_path / "other.json"]),
    ):
        reading = piped(words + "\n")
        arguments = [sys.executable, "-c", code, *map(str, command), "--passphrase-fd", str(reading)]
        environment = surroundings(tmp_path / "home")
        done = subprocess.run(arguments, env=environment, pass_fds=[reading], capture_output=True, check=False)
        assert done.returncode == 0
