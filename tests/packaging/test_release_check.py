"""What stands in the way of a release is said in plain sentences, with a date given, and without a network."""

import runpy
import shutil
from datetime import date, timedelta
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from kat_journal import __version__
from kat_journal.content.locate import resources_folder
from kat_journal.content.support import read_support

SCRIPT = Path(__file__).parents[2] / "packaging" / "release_check.py"
NO_HEADING = "CHANGELOG.md does not begin with a heading such as: ## 1.2.3 - 2030-01-31"
RELEASED = f"# Changelog\n\n## {__version__} - 2026-11-30\n\n## 0.0.1 - not released yet\n"


@pytest.fixture(scope="module")
def script():
    # Not imported by name: the folder shares its name with a library that pytest itself uses.
    return runpy.run_path(str(SCRIPT))


@pytest.fixture(scope="module")
def countries():
    return tuple(read_support(resources_folder()).countries.values())


def git(status="", tags="", here=""):
    def run(*arguments):
        if arguments[0] == "status":
            return status
        return here if "--points-at" in arguments else tags

    return run


def test_numbers_of_180_days_pass_and_a_day_more_does_not(script, countries):
    gathered = min(one.gathered_on for one in countries)

    assert script["old_numbers"](countries, gathered + timedelta(days=180)) == []
    [said] = script["old_numbers"](countries, gathered + timedelta(days=181))
    assert said.startswith("Numbers older than 180 days: ")
    old = [one for one in countries if one.gathered_on == gathered]
    assert all(f"{one.name} ({one.code}, {gathered.isoformat()})" in said for one in old)
    assert "gathered_on" in said


def test_only_the_old_rows_are_named(script, countries):
    """Those of one country were opened again."""

    class Fresh:
        name, code, gathered_on = "Peru", "PE", date(2027, 6, 1)

    [said] = script["old_numbers"]([*countries[:1], Fresh()], date(2027, 6, 10))

    assert countries[0].name in said
    assert "Peru" not in said


def test_a_day_that_has_not_come_is_no_day_of_gathering(script, countries):
    first = min(one.gathered_on for one in countries)

    [said] = script["old_numbers"](countries[:1], first - timedelta(days=1))

    assert said == f"Numbers gathered after today: {countries[0].name} ({countries[0].code}, {first.isoformat()})."


@pytest.mark.parametrize(
    ("changelog", "said"),
    [
        (RELEASED, []),
        ("# Changelog\n", [NO_HEADING]),
        (f"## Unreleased\n\n{RELEASED}", [NO_HEADING]),
        (f"## {__version__}\n\n{RELEASED}", [NO_HEADING]),
        (f"## {__version__} - not released yet\n", [f"CHANGELOG.md gives {__version__} no day: not released yet"]),
        ("## 9.9.9 - 2026-11-30\n", [f"CHANGELOG.md begins with 9.9.9, and the program calls itself {__version__}."]),
        (f"## {__version__} - 2027-01-01\n", [f"CHANGELOG.md dates {__version__} after today: 2027-01-01"]),
    ],
)
def test_the_changelog_names_this_version_and_its_day(script, changelog, said):
    assert script["wrong_heading"](changelog, __version__, date(2026, 12, 1)) == said


def test_a_tree_that_is_not_clean_is_told_by_its_files(script):
    status = "".join(f" M file-{number}\n" for number in range(7))

    assert script["unclean"](git(), __version__) == []
    assert script["unclean"](git(status=" M README.md\n"), __version__) == ["The tree is not clean: README.md"]
    [said] = script["unclean"](git(status=status), __version__)
    assert said.endswith("file-4 and 2 more")


def test_a_version_is_released_once(script):
    tag = f"v{__version__}\n"

    assert script["unclean"](git(tags=tag, here=tag), __version__) == []
    [said] = script["unclean"](git(tags=tag), __version__)
    assert "needs a new version" in said


@pytest.mark.parametrize("error", [CalledProcessError(128, "git"), FileNotFoundError()])
def test_without_git_nobody_can_say_what_would_be_released(script, error):
    def run(*arguments):
        raise error

    [said] = script["unclean"](run, __version__)
    assert "no git checkout" in said


def test_an_installation_that_lacks_something_is_told(script, tmp_path):
    assert script["missing_parts"](resources_folder()) == []
    assert any("support texts" in said for said in script["missing_parts"](tmp_path))


def test_everything_together(script, tmp_path):
    (tmp_path / "CHANGELOG.md").write_text(RELEASED, encoding="utf-8")
    look = script["problems"]

    assert look(tmp_path, resources_folder(), date(2026, 12, 1), git()) == []
    found = look(tmp_path, resources_folder(), date(2030, 1, 1), git(status="?? new\n"))
    assert [said.split()[0] for said in found] == ["Numbers", "The"]


@pytest.mark.parametrize("text", [b"[[", b"", b"\xff", None])
def test_numbers_and_a_changelog_that_cannot_be_read_are_said_and_nothing_falls(script, tmp_path, text):
    resources = tmp_path / "resources"
    shutil.copytree(resources_folder(), resources)
    (tmp_path / "CHANGELOG.md").write_bytes(b"\xff")
    for path in (resources / "support" / "support_lines.toml", tmp_path / "CHANGELOG.md"):
        path.unlink() if text is None else path.write_bytes(text)

    found = script["problems"](tmp_path, resources, date(2026, 12, 1), git())

    assert NO_HEADING in found
    assert any(said.startswith("self-check: support texts: ") for said in found)


def test_the_command_fails_and_says_why(script, capsys):
    assert script["main"](["--today", "2030-01-01"], git()) == 1
    assert "Numbers older than 180 days" in capsys.readouterr().out


def test_the_command_says_when_nothing_stands_in_the_way(script):
    assert __version__ in script["_ready"](date(2026, 12, 1))
