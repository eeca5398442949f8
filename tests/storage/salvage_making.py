"""Journals to damage: one of some 1,200 pages, made once, and ways to spoil a copy of it."""

import random
import shutil
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.salvage import NewJournal, StandIns, salvage
from kat_journal.storage.vault import DATABASE
from tests.storage.making import FAST, NAUSEA, NOW, PASSPHRASE, WHO, WORDS, draft

PAGE = 4096
STAND_INS = StandIns({}, "Saved from a damaged journal", "An answer whose question is lost")


def make_large(folder: Path, responses: int = 1060) -> None:
    """A journal of about 1,200 pages: a text, a rating with a note and a choice in each response."""
    chance = random.Random(8)
    words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(4000)]
    names = random.Random(4)  # uids that are always the same, so that every page is where it was
    usual = [1 / rank for rank in range(1, len(words) + 1)]  # as in any language, few words are most of a text
    vault = create_vault(folder, PASSPHRASE, FAST)
    stored = Responses(vault.connection)
    with vault.connection.writing():
        for number in range(responses):
            at = NOW - timedelta(hours=7 * (responses - number))
            uid = str(UUID(int=names.getrandbits(128), version=4))
            one = replace(draft(at=at, day=at.date(), occurrence=f"session:{number}"), uid=uid)
            length = 900 if number % 40 == 0 else chance.choice([30, 80, 160, 160, 200])
            text = " ".join(chance.choices(words, usual, k=length))
            stored.save_answer(one, Answer(WORDS, text=text, share=ShareMark.SHARE), at)
            note = " ".join(chance.choices(words, usual, k=12))
            stored.save_answer(one, Answer(NAUSEA, number=1.0, started="later", note=note), at)
            stored.save_answer(one, Answer(WHO, options=("friend",)), at)
            stored.finish(one, at)
    vault.close()


def words_of(folder: Path, passphrase: str = PASSPHRASE) -> Counter:
    """Every word that a journal holds, with how often; its own way of finding them is not asked."""
    vault = open_vault(folder, passphrase)
    rows = vault.connection.rows("SELECT text, note FROM answer")
    vault.close()
    return Counter(word for row in rows for word in f"{row['text']} {row['note']}".split())


def damaged_copy(made: Path, place: Path, pages: list[int]) -> Path:
    """A copy of which these pages, counted from 1, have one wrong byte each."""
    folder = Path(shutil.copytree(made, place))
    with (folder / DATABASE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 1000)
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 0xFF]))
    return folder


def pages_in(folder: Path) -> int:
    """How many pages a journal's database has."""
    return (folder / DATABASE).stat().st_size // PAGE


def saved(damaged: Path, secret: str | bytearray = PASSPHRASE, new: NewJournal | None = None, **more):
    """Salvage into a folder beside it."""
    new = new or NewJournal(damaged.with_name("New"), PASSPHRASE, STAND_INS, kdf=FAST)
    return salvage(damaged, secret, replace(new, **more), NOW)


def told(folder: Path, passphrase: str) -> tuple[str, str]:
    """How a journal of which nothing is lost is told: its pages and its answers."""
    vault = open_vault(folder, passphrase)
    pages, answers = vault.connection.row("SELECT (SELECT count(*) FROM response), (SELECT count(*) FROM answer)")
    vault.close()
    return f"{pages} of {pages} pages", f"{answers} of {answers} answers"


def changed(folder, *statements):
    """Change the tables as damage would, past every rule that the schema has."""
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.rows("PRAGMA foreign_keys = OFF")
    with vault.connection.writing():
        for statement in statements:
            vault.connection.execute(*statement)
    vault.close()
    return folder
