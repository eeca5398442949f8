"""G10: one autosave among 100,000 answers, and how long the window is held by it."""

import time
from collections.abc import Callable, Iterator

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.domain.response import Answer
from kat_journal.storage.values import utc_text
from kat_journal.storage.vault import DATABASE
from tests.benchmarks.bench import Bench
from tests.benchmarks.corpus import LAST, PAGE_UID, PASSPHRASE, WORDS, words
from tests.benchmarks.g03_unlock import key_of
from tests.benchmarks.harness import Result, in_turn, median_ms, p99_ms, ratio
from tests.benchmarks.yardsticks.plain_autosave import plain_copy, plain_save
from tests.helpers.clock import FixedClock

SAVES = 200
PAGE = 250


def measure(bench: Bench) -> Iterator[Result]:
    """The whole save of the program against the least that plain SQLite has to do, then the window."""
    folder, copy = bench.page_in_many, bench.folder / "plain.db"
    plain_copy(folder / DATABASE, key_of(folder), copy)
    preferences = Preferences(bench.folder / "config.toml", country="GB")
    clock = FixedClock(LAST)
    journal = App(Config(folder, resources_folder(), preferences), clock).open(PASSPHRASE)
    draft, texts, plain = journal.responses.open(PAGE_UID).draft, _growing(), plain_save(copy)
    sides = {
        "ours": lambda: _took(lambda text: journal.responses.save(draft, Answer(WORDS, text=text)), texts),
        "plain": lambda: _took(lambda text: plain(text, utc_text(clock.now())), texts),
    }
    took = in_turn(sides, bench.rounds(SAVES), warm_up=10)
    journal.close()
    yield ratio(
        "G10",
        ("autosave of 250 words among 100,000 answers", "plain SQLite, same schema"),
        took["ours"],
        took["plain"],
        2.5,
        1.8,
    )
    held = bench.processes.numbers("program.autosaves", str(folder))
    yield median_ms("G10", "window held by an autosave", held, 2, 0.5)
    yield p99_ms("G10", "window held by an autosave, 99th percentile", held, 16, 8)


def _growing() -> Iterator[str]:
    """The page as a person goes on writing it."""
    text = words(PAGE)
    while True:
        text += " word"
        yield text


def _took(save: Callable[[str], object], texts: Iterator[str]) -> float:
    text = next(texts)
    began = time.perf_counter()
    save(text)
    return (time.perf_counter() - began) * 1e3
