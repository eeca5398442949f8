"""The lock names what is installed, by hash, for every system, and says nothing of the machine that made it."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = set(re.findall(r"^([a-z0-9.-]+)==", LOCK, flags=re.MULTILINE))


def names(requirements):
    return {re.match(r"[A-Za-z0-9.-]+", requirement)[0].lower() for requirement in requirements}


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert names(project["dependencies"]) | names(project["optional-dependencies"]["dev"]) <= LOCKED


def test_every_locked_package_has_hashes():
    packages = re.split(r"^(?=[a-z0-9.-]+==)", LOCK, flags=re.MULTILINE)[1:]

    assert len(packages) == len(LOCKED)
    assert all("--hash=sha256:" in package for package in packages)


def test_the_lock_names_no_index_and_no_path():
    assert "://" not in LOCK
    assert not re.search("^-", LOCK, flags=re.MULTILINE)  # options that say where to look stand at a line's start
    assert not re.search(r"(^|\s)/", LOCK)
