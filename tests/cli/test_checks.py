import re
import shutil

import pytest

from kat_journal.cli import main
from tests.helpers.command import ROOT, export, ran
from tests.helpers.pack_making import FILES, as_zip


def test_a_sound_pack_has_no_problems(run, resources):
    assert run("check-pack", resources / "packs" / "core") == (0, "No problems found.\n", "")


def test_each_problem_of_a_pack_is_named_with_its_pack(run, resources, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()

    status, out, err = run("check-pack", resources / "packs" / "core", pack)

    assert (status, out) == (1, f"{pack}: pack.toml: is missing\n")
    assert err == "This pack of forms cannot be used. Nothing was changed.\n"


def test_a_pack_that_cannot_be_used_is_refused_with_the_reason(run, journal, tmp_path):
    status, _, err = run("--pack", tmp_path / "none", *export(journal, tmp_path / "out.md"))

    assert status == 1
    assert re.match(r"This pack of forms cannot be used\. Nothing was changed\.\n.*pack\.toml", err)


def test_this_installation_is_whole(run):
    status, out, err = run("self-check")

    assert (status, err) == (0, "")
    assert all(line.startswith("ok: ") for line in out.splitlines())


def test_the_version_is_said(home, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert re.fullmatch(r"KAT Journal \d+\.\d+.*\n", capsys.readouterr().out)


@pytest.fixture
def copied(tmp_path):
    """A copy of the program with its resources inside."""
    package = tmp_path / "copy" / "kat_journal"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "kat_journal", package, ignore=ignored)
    shutil.copytree(ROOT / "resources", package / "resources", ignore=ignored)
    shutil.copytree(ROOT / "docs", package / "resources" / "docs")
    return package


def test_a_self_check_finds_what_an_artefact_lost(copied, tmp_path):
    shutil.rmtree(copied / "resources" / "fonts")
    (copied / "resources" / "translations" / "en" / "messages.toml").unlink()

    done = ran(tmp_path / "home", "self-check", path=copied.parent)

    assert done.returncode == 1
    wrong = [line for line in done.stdout.splitlines() if line.startswith("WRONG: ")]
    assert [line.split(": ")[1] for line in wrong] == ["sentences", "fonts"]
    assert done.stderr == "This installation of KAT Journal is not whole. Install KAT Journal again.\n"


def test_without_any_texts_of_its_own_the_program_still_says_so(copied, tmp_path):
    shutil.rmtree(copied / "resources")

    done = ran(tmp_path / "home", "self-check", path=copied.parent)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("resources: the program's own texts are missing\n")


def test_a_zip_is_checked_like_the_folder_it_was_made_of(run, tmp_path):
    good = as_zip(tmp_path / "good.zip", FILES)
    bad = as_zip(tmp_path / "bad.zip", FILES, extra=[("../evil.toml", b"")])

    assert run("check-pack", good) == (0, "No problems found.\n", "")
    status, out, _ = run("check-pack", good, bad)
    assert (status, out) == (1, f"{bad}: ../evil.toml: leads outside the pack\n")
