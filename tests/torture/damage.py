"""Damages a file one bit at a time, and says what the product makes of it."""

import random
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from pathlib import Path

from kat_journal.errors import KatJournalError
from kat_journal.storage.diagnosis import WrongKeyError, open_examined
from kat_journal.storage.vault import DATABASE
from tests.storage.making import contents


class Outcomes:
    """How often each outcome came, and where one came that must not be.

    Attributes:
        fine: Counts of refusals by their class, and of right texts.
        wrong: Where something else came, and what.
    """

    def __init__(self) -> None:
        self.fine: dict[str, int] = {}
        self.wrong: dict[int, str] = {}

    def note(self, place: int, outcome: str) -> None:
        self.fine[outcome] = self.fine.get(outcome, 0) + 1

    @property
    def refused(self) -> int:
        return sum(count for outcome, count in self.fine.items() if outcome != "right")


def every_row(folder: Path, key: bytes) -> str:
    """All there is in every table, through the product's own way to open a database.

    Raises:
        KatJournalError: Something does not open.
        WrongKeyError: Nothing does.
    """
    connection = open_examined(folder / DATABASE, bytearray(key))
    try:
        tables = connection.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        return repr([[tuple(row) for row in connection.rows(f'SELECT * FROM "{table[0]}"')] for table in tables])
    finally:
        connection.close()


def try_each(places: Iterable[int], harm: Callable, folder: Path, look: Callable[[], str], right: str) -> Outcomes:
    """Harm the folder at each place in turn, look at it, and mend it again.

    Refusals and the right words are fine. Other words, other errors and a folder that was changed by looking are not.
    """
    outcomes = Outcomes()
    for place in places:
        with harm(place):
            before = contents(folder)
            try:
                outcome = "right" if look() == right else "WRONG WORDS"
            except (KatJournalError, WrongKeyError) as error:
                outcome = type(error).__name__
            except Exception as error:  # noqa: BLE001 - an error that is not ours is what is looked for
                outcome = f"BROKE: {type(error).__name__}"
            if contents(folder) != before:
                outcome = f"TOUCHED, {outcome}"
        outcomes.note(place, outcome)
        if not (outcome == "right" or outcome.endswith("Error")) or outcome.startswith(("BROKE", "TOUCHED")):
            outcomes.wrong[place] = outcome
    return outcomes


def flipping(*paths: Path, seed: int = 6) -> Callable:
    """A way to harm files of the same bytes: one bit, chosen by chance, of the byte at that place."""
    chance = random.Random(seed)

    @contextmanager
    def flip(place: int):
        bit = 1 << chance.randrange(8)
        for path in paths:
            _toggle(path, place, bit)
        try:
            yield
        finally:
            for path in paths:
                _toggle(path, place, bit)

    return flip


def _toggle(path: Path, place: int, bit: int) -> None:
    with path.open("r+b", buffering=0) as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ bit]))


def cutting(path: Path) -> Callable:
    """A way to harm a file: cut at that length."""
    whole = path.read_bytes()

    @contextmanager
    def cut(length: int):
        path.write_bytes(whole[:length])
        try:
            yield
        finally:
            path.write_bytes(whole)

    return cut
