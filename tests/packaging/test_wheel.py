"""The wheel that people install works on its own, away from the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command, cwd):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = target.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of a fresh environment's commands: this one's packages are seen, the checkout is not."""
    home = tmp_path_factory.mktemp("installed")
    made = run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    assert made.returncode == 0, made.stderr
    commands = home / ("Scripts" if sys.platform == "win32" else "bin")
    placed = run(
        *(sys.executable, "-m", "pip", "--python", commands / "python"),
        *("install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", wheel),
        cwd=home,
    )
    assert placed.returncode == 0, placed.stderr
    site = sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)})
    # A path added by a .pth file comes after the wheel's own, and the .pth of the editable checkout is not read there.
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return commands


def test_the_wheel_holds_the_program_and_what_it_says_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert "kat_journal/cli/__init__.py" in names
    assert any(name.startswith("kat_journal/resources/packs/core/") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kat_journal"}
    assert not [name for name in names if "__pycache__" in name or name.startswith("kat_journal/tests")]


def test_the_installed_program_is_the_wheel_and_not_the_checkout(installed, tmp_path):
    shown = run(installed / "python", "-c", "import kat_journal; print(kat_journal.__file__)", cwd=tmp_path)

    assert shown.returncode == 0, shown.stderr
    assert Path(shown.stdout.strip()).is_relative_to(installed.parent)


def test_the_installed_program_passes_its_self_check_from_anywhere(installed, tmp_path):
    command = shutil.which("kat-journal", path=str(installed))

    checked = run(command, "self-check", cwd=tmp_path)

    assert checked.returncode == 0, checked.stdout + checked.stderr
