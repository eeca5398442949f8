"""What can still be read of a damaged journal is read, whatever page is lost, and the file stays as it is."""

import shutil
from collections import Counter

import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import (
    AlreadyExistsError,
    JournalElsewhereError,
    JournalInUseError,
    JournalTooNewError,
    KeysDamagedError,
    NotAJournalError,
    NothingReadableError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import key_file
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import new_seed
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.salvage import NewJournal
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.vault import DATABASE
from tests.storage.making import FAST, FORM, NOW, PASSPHRASE, WORDS, contents, draft, read_only
from tests.storage.salvage_making import PAGE, STAND_INS, changed, damaged_copy, make_large, pages_in, saved, words_of

HERON = Counter(("a", "heron", "on", "the", "weir"))


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "Journal"
    make_large(folder)
    return folder


@pytest.fixture(scope="session")
def all_words(large):
    return words_of(large)


@pytest.fixture
def written(folder):
    """A small journal with one page in it."""
    vault = open_vault(folder, PASSPHRASE)
    Responses(vault.connection).save_answer(draft(), Answer(WORDS, text="a heron on the weir"), NOW)
    vault.close()
    return folder


def test_a_whole_journal_comes_out_whole(large, all_words, tmp_path):
    folder = damaged_copy(large, tmp_path / "Journal", [])

    salvaged = saved(folder)

    assert words_of(tmp_path / "New") == all_words
    assert (salvaged.bad_pages, salvaged.cut, salvaged.contents_lost) == (0, 0, False)
    assert set(salvaged.lost.values()) == {0}
    assert salvaged.read["answer"] == 3 * salvaged.read["response"]


def test_a_lost_table_of_contents_takes_nothing_with_it(large, all_words, tmp_path):
    folder = damaged_copy(large, tmp_path / "Journal", [1])

    salvaged = saved(folder)

    assert words_of(tmp_path / "New") == all_words
    assert (salvaged.bad_pages, salvaged.contents_lost) == (1, True)


def test_pages_above_the_leaves_take_nothing_with_them(large, all_words, tmp_path):
    from kat_journal.storage.salvaging.nodes import INDEX_LEAF, TABLE_LEAF, read_node
    from kat_journal.storage.salvaging.pages import read_pages

    vault = open_vault(large, PASSPHRASE)
    key = bytearray(vault.key)
    vault.close()
    pages = read_pages(large / DATABASE, key)
    nodes = {number: read_node(pages, number) for number in pages.whole if number > 1}
    above = [number for number, node in nodes.items() if node and node.kind not in {TABLE_LEAF, INDEX_LEAF}]
    assert len(above) > 5
    folder = damaged_copy(large, tmp_path / "Journal", above)

    saved(folder)

    assert words_of(tmp_path / "New") == all_words


def test_a_file_that_was_cut_short_keeps_what_stands_before_the_cut(large, all_words, tmp_path):
    folder = damaged_copy(large, tmp_path / "Journal", [])
    with (folder / DATABASE).open("r+b") as file:
        file.truncate(pages_in(large) * PAGE * 3 // 4 - 1000)

    salvaged = saved(folder)

    found = words_of(tmp_path / "New")
    assert sum((found & all_words).values()) / sum(all_words.values()) > 0.65
    assert salvaged.bad_pages > pages_in(large) // 5
    assert salvaged.lost["answer"] > 0


def test_the_new_journal_opens_finds_and_shows_what_was_written(written, tmp_path):
    saved(
        damaged_copy(written, tmp_path / "Damaged", [1]),
        new=NewJournal(tmp_path / "N", PASSPHRASE, STAND_INS, (), FAST),
    )

    vault = open_vault(tmp_path / "N", PASSPHRASE)
    hits = Search(vault.connection).find("heron")
    response = Responses(vault.connection).response(hits[0].response_uid)
    assert response.answers[WORDS].text == "a heron on the weir"
    assert Snapshots(vault.connection).form(response.form_digest) == FORM
    vault.close()
    assert (tmp_path / "N").stat().st_mode & 0o777 == 0o700


# Keys, and what stays as it is


def test_the_lock_file_of_another_computer_stays(written):
    said = b'{"host": "another-computer", "user": "sam", "pid": 1, "since": "2026-11-23T08:00:00Z"}'
    (written / "lock").write_bytes(said)

    assert saved(written).bad_pages == 0

    assert (written / "lock").read_bytes() == said
    with pytest.raises(JournalElsewhereError):
        open_vault(written, PASSPHRASE)


def test_settings_that_do_not_hold_are_left_out(written, tmp_path):
    vault = open_vault(written, PASSPHRASE)
    for key in ("kept", "left"):
        Settings(vault.connection).put(key, "x")
    vault.close()

    saved(written, left_out=("left",))

    vault = open_vault(tmp_path / "New", PASSPHRASE)
    assert [Settings(vault.connection).get(key) for key in ("kept", "left")] == ["x", None]
    vault.close()


def seed_of(folder):
    return next(key_file.read(folder)[0].seeds(PASSPHRASE))[1]


def test_the_recovery_code_does_without_key_files_and_salt(written, tmp_path):
    seed = seed_of(written)
    with pytest.raises(WrongRecoveryCodeError):
        saved(written, bytearray(17))
    (written / "keys.json.bak").unlink()
    saved(damaged_copy(written, tmp_path / "1" / "Journal", [1]), seed)
    (written / "keys.json").write_bytes(b"damaged")
    with pytest.raises(KeysDamagedError):
        saved(written)

    saved(written, seed)

    assert words_of(tmp_path / "New") == words_of(tmp_path / "1" / "New") == HERON


def test_of_two_keys_the_one_that_opens_most_is_taken(written, tmp_path):
    """While a recovery kit is being replaced the key file has two seeds."""
    keys = key_file.read(written)[0]
    key_file.write(written, keys.with_slot(new_seed(), PASSPHRASE, FAST, "pending"))
    assert saved(written).read["answer"] == 1


def test_what_cannot_be_salvaged_is_said_so_and_leaves_nothing(written, tmp_path):
    before = contents(written)
    nowhere = tmp_path / "Nowhere"
    nowhere.mkdir()
    nothing_left = damaged_copy(written, tmp_path / "All", list(range(1, pages_in(written) + 1)))
    for error, folder, secret in (
        (WrongPassphraseError, written, "another river amber window"),
        (NotAJournalError, nowhere, PASSPHRASE),
        (NothingReadableError, nothing_left, PASSPHRASE),
    ):
        with pytest.raises(error):
            saved(folder, secret)
    with pytest.raises(AlreadyExistsError):
        saved(written, folder=nowhere.with_name("Journal") / "New")
    with pytest.raises(AlreadyExistsError):
        saved(written, folder=written)
    vault = open_vault(written, PASSPHRASE)
    with pytest.raises(JournalInUseError):
        saved(written)
    vault.close()
    assert contents(written) == before
    assert not (tmp_path / "New").exists()


def test_a_journal_of_a_newer_program_is_left_alone(written, tmp_path):
    newer = len(MIGRATIONS) + 1
    vault = open_vault(written, PASSPHRASE)
    vault.connection.rows(f"PRAGMA user_version = {newer}")
    vault.close()
    with pytest.raises(JournalTooNewError):
        saved(written)
    assert not (tmp_path / "New").exists()


def test_a_disk_that_cannot_be_written_can_be_read(written, tmp_path):
    with read_only(written):
        saved(written)
    assert words_of(tmp_path / "New") == words_of(written)


def test_when_the_new_journal_cannot_be_filled_nothing_of_it_stays(written, tmp_path):
    changed(
        written,
        ("PRAGMA ignore_check_constraints = ON",),
        ("UPDATE answer SET detail = 'no JSON', number = 1",),
        ("DELETE FROM form_snapshot",),
    )
    with pytest.raises(ValueError, match="Expecting value"):
        saved(written)
    assert not (tmp_path / "New").exists()


def test_an_older_journal_is_filled_in_its_own_schema_and_brought_up(written, tmp_path):
    """Made with a program of one more migration than the journal has."""
    assert saved(written).read["response"] == 1
    vault = create_vault(tmp_path / "Older", PASSPHRASE, FAST, migrations=MIGRATIONS[:1])
    assert vault.connection.row("PRAGMA user_version")[0] == 1
    vault.close()


def test_a_change_that_was_interrupted_is_undone_for_reading(written, tmp_path):
    """Pages of a change that never ended are as they were before it; the control reads them without its journal."""
    vault = open_vault(written, PASSPHRASE)
    with vault.connection.writing():
        for number in range(400):
            vault.connection.execute("INSERT INTO setting (key, value) VALUES (?, 'whole')", (f"{number} {'x' * 800}",))
    with vault.connection.writing():
        vault.connection.rows("PRAGMA cache_size = 1")
        vault.connection.execute("UPDATE setting SET value = 'half' WHERE value = 'whole'")
        vault.connection.execute("INSERT INTO setting (key, value) VALUES ('new', ?)", ("x" * 90000,))
        torn = shutil.copytree(written, tmp_path / "Torn" / "Journal", ignore=shutil.ignore_patterns("lock"))
        control = shutil.copytree(torn, tmp_path / "Control" / "Journal")
    vault.close()
    (control / f"{DATABASE}-journal").unlink()

    saved(torn)
    saved(control)

    assert values(tmp_path / "Torn" / "New") == {"whole": 400}
    assert values(tmp_path / "Control" / "New")["half"] > 100


def values(folder):
    vault = open_vault(folder, PASSPHRASE)
    rows = vault.connection.rows("SELECT value, count(*) FROM setting WHERE value IN ('whole', 'half') GROUP BY value")
    vault.close()
    return dict(map(tuple, rows))
