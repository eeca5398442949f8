"""The lock names what is installed, by hash, for every system, and says nothing of the machine that made it."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^([a-z0-9.-]+)(?:\[([a-z0-9,-]+)\])?==", LOCK, flags=re.MULTILINE)
LOCKED = {name for name, extras in PINS}


def names(requirements):
    return {re.match(r"[A-Za-z0-9.-]+", requirement)[0].lower() for requirement in requirements}


def wanted_extras():
    """Each extra that a locked and installed package asks of another: ``("coverage", "toml")``."""
    wanted = set()
    for name in LOCKED:
        try:
            requirements = distribution(name).requires or ()
        except PackageNotFoundError:  # locked for another system
            continue
        always = (requirement for requirement in requirements if "extra ==" not in requirement)
        found = (re.match(r"([A-Za-z0-9.-]+)\[([A-Za-z0-9,-]+)\]", requirement) for requirement in always)
        wanted |= {(match[1].lower(), match[2]) for match in found if match}
    return wanted


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert names(project["dependencies"]) | names(project["optional-dependencies"]["dev"]) <= LOCKED


def test_every_locked_package_has_hashes():
    packages = re.split(r"^(?=[a-z0-9.-]+(?:\[[a-z0-9,-]+\])?==)", LOCK, flags=re.MULTILINE)[1:]

    assert len(packages) == len(LOCKED)
    assert all("--hash=sha256:" in package for package in packages)


def test_a_package_that_is_wanted_with_an_extra_is_locked_with_it():
    # pip before 23.3 takes "coverage[toml]" for another package than "coverage", finds its newest release, and stops
    wanted = wanted_extras()

    assert ("coverage", "toml") in wanted
    assert wanted <= set(PINS)


def test_the_lock_names_no_index_and_no_path():
    assert "://" not in LOCK
    assert not re.search("^-", LOCK, flags=re.MULTILINE)  # options that say where to look stand at a line's start
    assert not re.search(r"(^|\s)/", LOCK)
