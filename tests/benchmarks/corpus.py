"""Journals with many answers, made by the vault's own schema and triggers, in one transaction."""

import random
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer, Draft
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.workspace import encode
from kat_journal.services.journal import PLACE
from kat_journal.storage.connection import Connection
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings

PASSPHRASE = "copper lantern quiet meadow"
QUICK_KDF = KdfParameters(8192, 1, 1)
LONG_AGO = datetime(2006, 1, 1, 8, 0, tzinfo=UTC)
LAST = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
PAGE_UID = Uid("00000000-0000-4000-8000-000000000001")
WORDS = ItemId("words")
PARAGRAPH = 80
_TEXTS, _WORDS_IN_TEXT = 3_000, 40

# Every answer is two of the ready texts in a row: 80 words, and no two answers alike until nine million.
_FILL_RESPONSES = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)
    INSERT INTO response (uid, form_id, form_digest, day, started_at, zone, finished_at)
    SELECT printf('11111111-0000-4000-8000-%012d', n), form_id, form_digest,
        date(?2, (n * 100) || ' minutes'), strftime('%Y-%m-%dT%H:%M:%f000Z', ?2, (n * 100) || ' minutes'), zone,
        strftime('%Y-%m-%dT%H:%M:%f000Z', ?2, (n * 100 + 9) || ' minutes')
    FROM number, (SELECT form_id, form_digest, zone FROM response LIMIT 1)"""
_FILL_ANSWERS = """
    INSERT INTO answer (response_id, item_id, text, note, skipped, share, updated_at)
    SELECT response.id, ?1, one.words || char(10) || two.words, '', 0, 'private', finished_at
    FROM response
    JOIN ready AS one ON one.n = response.id % ?2
    JOIN ready AS two ON two.n = response.id / ?2 * 7 % ?2
    WHERE finished_at IS NOT NULL ORDER BY response.id"""


def make(folder: Path, answers: int, kdf: KdfParameters, page: int | None = None) -> Path:
    """A journal of free pages.

    It opens at the list of everything written, or in the middle of its newest page where the words of that are given.
    """
    form = load_library(resources_folder()).form(FormId("core:free-page"))
    vault = create_vault(folder, PASSPHRASE, kdf)
    connection = vault.connection
    text = words(page or 250)
    with connection.writing():
        Responses(connection).save_answer(_draft(form), Answer(WORDS, text=text), LAST)
        _fill(connection, answers - 1)
    caret = len(text) // 2
    at_page = Place(PageName.RUNNER, response_uid=PAGE_UID, item_id=WORDS, caret=caret)
    Settings(connection).put(PLACE, encode(at_page if page is not None else Place(PageName.WRITE)))
    vault.close()
    return folder


def words(number: int, seed: int = 1) -> str:
    """So many made-up words in paragraphs, a few of them common and most of them rare."""
    chance = random.Random(seed)
    known = _vocabulary()
    weights = list(accumulate(1 / (place + 1) for place in range(len(known))))
    chosen = chance.choices(known, cum_weights=weights, k=number)
    return "\n".join(" ".join(chosen[at : at + PARAGRAPH]) for at in range(0, number, PARAGRAPH))


def _vocabulary() -> list[str]:
    chance = random.Random(0)
    return [
        "".join(chance.choice("bdfghklmnprst") + chance.choice("aeiou") for _ in range(length))
        for length in (chance.randint(1, 4) for _ in range(8_000))
    ]


def _draft(form: Form) -> Draft:
    return Draft(uid=PAGE_UID, form=form, day=LAST.date(), started_at=LAST, zone="Europe/London")


def _fill(connection: Connection, answers: int) -> None:
    if LONG_AGO + timedelta(minutes=100 * answers) > LAST:
        raise ValueError("the newest page would not be the newest")
    connection.execute("CREATE TEMP TABLE ready (n INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    pool = words(_TEXTS * _WORDS_IN_TEXT, seed=2).split()
    for number in range(_TEXTS):
        text = " ".join(pool[number * _WORDS_IN_TEXT : (number + 1) * _WORDS_IN_TEXT])
        connection.execute("INSERT INTO ready VALUES (?, ?)", (number, text))
    connection.execute(_FILL_RESPONSES, (answers, LONG_AGO.isoformat(sep=" ", timespec="seconds")[:19]))
    connection.execute(_FILL_ANSWERS, (WORDS, _TEXTS))
    connection.execute("DROP TABLE ready")
