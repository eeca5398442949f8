"""Says whether this commit may be released: by what is in it, and without a network.

Usage: ``python packaging/release_check.py [--today YYYY-MM-DD]``

A release holds numbers that somebody may ring in the worst hour. Each is opened again at the operator's own site before
a release, and ``gathered_on`` set to that day; rows that are older than 180 days stop it. What ``make test`` proves is
not proved again here.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kat_journal import __version__
from kat_journal.content.locate import resources_folder
from kat_journal.content.support import Country, read_support
from kat_journal.errors import PackError
from kat_journal.services.self_check import findings

ROOT = Path(__file__).resolve().parent.parent
OLDEST = timedelta(days=180)
_FIRST = re.compile(r"^##\s.*$", re.MULTILINE)
_HEADING = re.compile(r"## (?P<version>\S+) - (?P<day>.+)")

Run = Callable[..., str]


def old_numbers(countries: Sequence[Country], today: date) -> list[str]:
    """A sentence that names every country whose numbers were gathered too long ago, or in the future."""
    said = []
    old = [one for one in countries if today - one.gathered_on > OLDEST]
    if old:
        names = ", ".join(_named(one) for one in old)
        said.append(
            f"Numbers older than {OLDEST.days} days: {names}. Open each row of resources/support/support_lines.toml at "
            "the operator's own site, and set gathered_on to that day."
        )
    future = [one for one in countries if one.gathered_on > today]
    if future:
        said.append(f"Numbers gathered after today: {', '.join(_named(one) for one in future)}.")
    return said


def wrong_heading(changelog: str, version: str, today: date) -> list[str]:
    """What the changelog's first heading lacks: this version, and the day of its release."""
    first = _FIRST.search(changelog)
    heading = _HEADING.fullmatch(first[0].rstrip()) if first is not None else None
    if heading is None:
        return ["CHANGELOG.md does not begin with a heading such as: ## 1.2.3 - 2030-01-31"]
    said = []
    if heading["version"] != version:
        said.append(f"CHANGELOG.md begins with {heading['version']}, and the program calls itself {version}.")
    try:
        day = date.fromisoformat(heading["day"])
    except ValueError:
        return [*said, f"CHANGELOG.md gives {heading['version']} no day: {heading['day']}"]
    if day > today:
        said.append(f"CHANGELOG.md dates {heading['version']} after today: {day.isoformat()}")
    return said


def unclean(run: Run, version: str) -> list[str]:
    """What git would leave out of a release, and whether that version is out already."""
    try:
        changed = run("status", "--porcelain").splitlines()
        tagged = run("tag", "--list", f"v{version}").strip()
        here = run("tag", "--list", f"v{version}", "--points-at", "HEAD").strip()
    except (OSError, subprocess.CalledProcessError):
        return ["This is no git checkout, so that nobody can say what would be released."]
    said = []
    if changed:
        more = f" and {len(changed) - 5} more" if len(changed) > 5 else ""
        said.append(f"The tree is not clean: {', '.join(line[3:] for line in changed[:5])}{more}")
    if tagged and not here:
        said.append(f"Version {version} is tagged at another commit. A new release needs a new version.")
    return said


def missing_parts(resources: Path) -> list[str]:
    """What ``kat-journal self-check`` would find wrong."""
    return [f"self-check: {finding.text}" for finding in findings(resources) if not finding.good]


def problems(root: Path, resources: Path, today: date, run: Run) -> list[str]:
    """Everything that stands in the way of a release."""
    countries: tuple[Country, ...] = ()
    with suppress(PackError):  # what is wrong with them stands among the missing parts
        countries = tuple(read_support(resources).countries.values())
    return [
        *missing_parts(resources),
        *old_numbers(countries, today),
        *wrong_heading(_changelog(root), __version__, today),
        *unclean(run, __version__),
    ]


def _changelog(root: Path) -> str:
    """Its text; where there is none, it lacks its heading like an empty one."""
    try:
        return (root / "CHANGELOG.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def git(*arguments: str) -> str:
    """What git answers here."""
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def main(arguments: Sequence[str] | None = None, run: Run = git) -> int:
    """Print what stands in the way, or that nothing does."""
    parser = argparse.ArgumentParser(description="say whether this commit may be released")
    parser.add_argument("--today", type=date.fromisoformat, default=datetime.fromtimestamp(time.time(), UTC).date())
    today = parser.parse_args(arguments).today
    found = problems(ROOT, resources_folder(), today, run)
    for sentence in found:
        print(f"- {sentence}")
    print(f"In the way of releasing {__version__}: {len(found)}." if found else _ready(today))
    return 1 if found else 0


def _ready(today: date) -> str:
    oldest = min(one.gathered_on for one in read_support(resources_folder()).countries.values())
    return (
        f"{__version__} may be released on {today.isoformat()}, once `make test` and `make check` pass. "
        f"The oldest number was gathered on {oldest.isoformat()}."
    )


def _named(country: Country) -> str:
    return f"{country.name} ({country.code}, {country.gathered_on.isoformat()})"


if __name__ == "__main__":
    sys.exit(main())
