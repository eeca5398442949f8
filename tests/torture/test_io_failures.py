"""The n-th write, sync, cut or removal fails, once or for ever: each is told, and no acknowledged save is lost."""

import random
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.torture import words
from tests.torture.numbers import FULL
from tests.torture.tracing import under_tracer
from tests.torture.words import ITEM, SAVES_A_PAGE
from tests.torture.worker import Told

SAVES = 20
CALLS = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink")
CASES_OF_A_CALL = 4
"""In ``make test``, of each call."""
FILES = ("journal.db", "journal.db-journal", "keys.json", "keys.json.bak", "keys.json.new", "lock", "")


@dataclass(frozen=True)
class Case:
    """One way for the disk to fail."""

    call: str
    error: str
    which: int
    for_ever: bool

    @property
    def injection(self) -> str:
        return f"inject={self.call}:error={self.error}:when={self.which}{'+' if self.for_ever else ''}"


def traced(worker, kind: str, folder: Path, *more: str) -> tuple[Told, list[str]]:
    """Let a child work under a tracer; gives what it said, and its calls on the journal's files."""
    places = [part for name in FILES for part in ("-P", str(folder / name))]
    log = folder.parent / "calls.log"
    told = under_tracer(worker, log, CALLS, kind, folder, SAVES, tracing=(*places, *more))
    return told, [line for line in log.read_text().splitlines() if line.split("(")[0] in CALLS]


@pytest.fixture(scope="module")
def counts(worker, empty, tmp_path_factory):
    """How many calls of each kind a program makes from opening to its last save."""
    folder = Path(shutil.copytree(empty, tmp_path_factory.mktemp("counted") / "Journal"))
    told, calls = traced(worker, "troubled_saves", folder)
    assert told.said == (*map(str, range(SAVES)), "held 0")
    return Counter(line.split("(")[0] for line in calls)


def cases(counts) -> list[Case]:
    """Every call, once and for ever, with both errors in turn; in ``make test`` some of each, chosen by chance."""
    chance = random.Random(5)
    found = []
    for call, number in sorted(counts.items()):
        ways = [
            Case(call, ("EIO", "ENOSPC")[(which + for_ever) % 2], which, for_ever)
            for which in range(1, number + 1)
            for for_ever in (False, True)
        ]
        found += ways if FULL else chance.sample(ways, min(CASES_OF_A_CALL, len(ways)))
    return found


def silent(told: Told, calls: list[str]) -> str:
    """Whether something failed and was not told, or the other way round.

    SQLite passes over a folder that cannot be synced when its rollback journal is new: it stands there since the first
    save, and only a power cut at this very moment could take its name away.
    """
    folder = re.compile(r"fsync\(\d+<[^>]*/Journal>\)")
    failed = sum("(INJECTED)" in line and not folder.match(line) for line in calls)
    fine = bool(failed) == any(line.startswith("refused") for line in told.said)
    return "" if fine else f"{failed} failures, and it said {told.said}"


def wrong_after(told: Told, folder: Path) -> str:
    """What is wrong, in a few words; empty when nothing acknowledged was lost and everything is whole."""
    if any(line.startswith("broke") for line in told.said) or told.status != 0:
        return f"another error than ours: {told.said}"
    vault = open_vault(folder, words.PASSPHRASE)
    try:
        check_all(vault.connection)
        with vault.connection.writing():
            vault.connection.execute("INSERT INTO answer_search (answer_search, rank) VALUES ('integrity-check', 1)")
        kept = {one.uid: one.answers[ITEM].text for one in Responses(vault.connection).newest(1_000)}
    finally:
        vault.close()
    saved = {int(line) for line in told.said if line.isdecimal()}
    for number in saved if "held 0" not in told.said else range(SAVES):
        rest_of_page = range(number, min(SAVES, (number // SAVES_A_PAGE + 1) * SAVES_A_PAGE))
        if kept.get(words.page(number)) not in map(words.text, rest_of_page):
            return f"lost save {number} of {told.said}"
    return ""


def test_every_failure_is_told_and_nothing_acknowledged_is_lost(worker, empty, counts, tmp_path):
    found, hit = {}, Counter()
    for case in cases(counts):
        folder = Path(shutil.copytree(empty, tmp_path / "Journal"))
        told, calls = traced(worker, "troubled_saves", folder, "-e", case.injection)
        hit[case.call] += any("(INJECTED)" in line for line in calls)
        found[case] = silent(told, calls) or wrong_after(told, folder)
        shutil.rmtree(folder)
    print(f"{len(found)} cases, of which failed {dict(hit)}; calls in a run: {dict(counts)}")
    assert {case: wrong for case, wrong in found.items() if wrong} == {}
    assert sum(hit.values()) > len(found) * 0.9, "nearly every case met its call"


def test_a_failure_that_is_not_told_would_be_seen(worker, folder):
    told, calls = traced(worker, "hushed_saves", folder, "-e", Case("ftruncate", "EIO", 9, for_ever=True).injection)

    assert silent(told, calls) != ""
    assert wrong_after(told, folder).startswith("lost save")


def test_a_failure_while_closing_takes_nothing_back(worker, empty, tmp_path):
    folder = Path(shutil.copytree(empty, tmp_path / "counted"))
    told, calls = traced(worker, "troubled_closing", folder)
    assert told.said[-1] == "closed"
    every = cases(Counter(line.split("(")[0] for line in calls))
    assert "unlink" in {case.call for case in every}
    for case in every:
        folder = Path(shutil.copytree(empty, tmp_path / "Journal"))
        told, calls = traced(worker, "troubled_closing", folder, "-e", case.injection)
        assert any("(INJECTED)" in line for line in calls)
        assert wrong_after(told, folder) == "", case
        shutil.rmtree(folder)
