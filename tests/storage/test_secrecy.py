"""Nothing that a person writes stands in clear in any file of the folder."""

import subprocess
import sys

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Answer
from kat_journal.storage import backup
from kat_journal.storage.courses import Courses
from kat_journal.storage.opening import open_vault
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.support_contacts import SupportContacts
from tests.storage.making import NAUSEA, NOW, PASSPHRASE, WORDS, contents, draft

SENTINEL = "Zanzibarquark"
NEEDLES = [
    word.encode(encoding)
    for word in (SENTINEL, SENTINEL.lower(), "SQLite format 3", "CREATE TABLE", "core:reflection", PASSPHRASE)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]


def in_clear(folder):
    return [
        (name, needle)
        for name, data in contents(folder).items()
        for needle in NEEDLES
        if data is not None and needle in data
    ]


def write_everywhere(connection):
    responses, mine = Responses(connection), draft()
    for number in range(30):
        responses.save_answer(mine, Answer(WORDS, text=f"{SENTINEL} {number} " * 30 * (1 + number % 2)), NOW)
    responses.save_answer(mine, Answer(NAUSEA, number=1, note=SENTINEL), NOW)
    Courses(connection).insert_course(SENTINEL, SENTINEL)
    Courses(connection).insert_appointment(NOW, "UTC", SENTINEL)
    Practices(connection).add_practice(SENTINEL, NOW)
    Practices(connection).add_question(SENTINEL, NOW)
    Settings(connection).put("place", SENTINEL)
    SupportContacts(connection).put(Contact(Uid("u"), ContactKind.PERSON, SENTINEL, SENTINEL))


def test_no_word_stands_in_clear_in_any_file_while_open_closed_or_copied(folder):
    vault = open_vault(folder, PASSPHRASE)
    write_everywhere(vault.connection)
    assert in_clear(folder) == []

    with vault.connection.writing():
        vault.connection.execute("UPDATE answer SET note = note || ' ' || text")
        vault.connection._raw.execute("PRAGMA cache_spill = 1")
        assert (folder / "journal.db-journal").stat().st_size > 0
        assert in_clear(folder) == []

    copied = backup.copy_out(vault.connection, vault.key, folder, folder / "backups" / "copy.kjbackup")
    assert in_clear(folder) == []
    backup.finish(copied)
    assert in_clear(folder) == []
    vault.close()
    assert in_clear(folder) == []


def test_the_search_for_words_in_clear_would_find_them(folder):
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (folder / "note").write_bytes(b"x" + SENTINEL.encode(encoding))
        assert len(in_clear(folder)) == 1


def test_a_deleted_answer_leaves_no_word_even_for_who_holds_the_key(vault):
    responses, mine = Responses(vault.connection), draft()
    for _ in range(20):
        responses.save_answer(draft(), Answer(WORDS, text="other words " * 50), NOW)
    responses.save_answer(mine, Answer(WORDS, text=f"{SENTINEL} " * 200), NOW)
    with vault.connection.writing():
        vault.connection.execute("DELETE FROM response WHERE uid = ?", (mine.uid,))
    with vault.connection.writing():
        blocks = vault.connection.rows("SELECT block FROM answer_search_data")
    pages = b"".join(bytes(row["block"]) for row in blocks).lower()
    assert b"words" in pages
    assert SENTINEL.lower().encode() not in pages


def test_storage_reaches_no_network_and_no_window():
    program = (
        "import sys, kat_journal.storage.vault, kat_journal.storage.responses, kat_journal.storage.search;"
        "print([name for name in ('asyncio', 'socket', 'ssl', 'http', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
