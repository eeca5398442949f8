"""A journal leaves as one file and comes back from it: every table, every row, the very same bytes."""

import json
import os
import stat

import pytest

from kat_journal.errors import AlreadyExistsError, ArchiveMissingError, JournalInUseError
from kat_journal.storage.archive import parts
from kat_journal.storage.archive_making import BESIDE, NewPlace, bring_in, look
from kat_journal.storage.archive_tables import TABLES, counts
from kat_journal.storage.connection import GivenUp
from kat_journal.storage.courses import Courses
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import PRIVATE_KEY
from tests.helpers import archives
from tests.storage.making import FAST, NOW, PASSPHRASE, contents

NOT_TABLES_OF_A_PERSON = {"answer_search", "sqlite_schema"}


def leaves(key):
    return key != PRIVATE_KEY


def brought_in(data, folder):
    """Opens the journal that a file with these bytes makes."""
    file = folder / "everything.json"
    file.write_bytes(data)
    bring_in(file, NewPlace(folder / "New", PASSPHRASE, lambda _: True, FAST))
    return open_vault(folder / "New", PASSPHRASE)


@pytest.fixture
def full(tmp_path):
    """A journal with a row in every table."""
    vault = brought_in(archives.archive(), tmp_path)
    yield vault
    vault.close()


def test_the_very_same_bytes_leave_again(full):
    data = archives.archive()

    assert b"".join(parts(full.connection, archives.PROGRAM, leaves)) == data
    assert len(data) > 5000


def test_every_table_and_every_column_of_the_schema_leaves_but_the_place_of_a_file(connection):
    found = connection.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
    tables = {row["name"] for row in found} - NOT_TABLES_OF_A_PERSON
    columns = {
        table: [row["name"] for row in connection.rows("SELECT name FROM pragma_table_info(?)", (table,))]
        for table in tables
    }
    columns["share_record"].remove("file")

    assert {one.name: list(one.columns) for one in TABLES} == columns
    assert set(archives.ROWS) == tables
    assert set(counts(connection)) == tables - {"sqlite_sequence"}


def test_the_file_is_json_that_a_person_can_read(full):
    data = b"".join(parts(full.connection, archives.PROGRAM, leaves))
    found = json.loads(data)

    assert {name: one["rows"] for name, one in found.items() if isinstance(one, dict)} == archives.ROWS
    assert all(one["about"] for one in found.values() if isinstance(one, dict))
    assert "🌊".encode() in data  # as it is, and not as an escape


def test_an_empty_journal_leaves_and_comes_back(connection, tmp_path):
    data = b"".join(parts(connection, archives.PROGRAM, leaves))
    vault = brought_in(data, tmp_path)

    assert data == archives.archive({one.name: [] for one in TABLES})
    assert b"".join(parts(vault.connection, archives.PROGRAM, leaves)) == data
    vault.close()


def test_many_rows_leave_in_their_order(connection, tmp_path):
    tables = archives.rows()
    tables["practice_day"] = [
        {"practice_id": 1, "day": f"20{year}-0{month}-1{day}"}
        for year in range(10, 26)
        for month in range(1, 8)
        for day in range(9)
    ]
    tables["setting"] = [{"key": f"k{number:04}", "value": "\u2028"} for number in range(450)]
    data = archives.archive(tables)
    vault = brought_in(data, tmp_path)

    assert b"".join(parts(vault.connection, archives.PROGRAM, leaves)) == data
    vault.close()


def test_what_came_in_can_be_searched_and_written_in(full):
    assert Search(full.connection).find("river")
    assert Courses(full.connection).insert_appointment(NOW, "UTC").id == 13  # numbers of what is gone stay gone


def test_the_new_journal_has_its_own_keys_and_no_place_of_a_file(full, tmp_path):
    other = create_vault(tmp_path / "Other", PASSPHRASE, FAST)

    assert Settings(full.connection).get(PRIVATE_KEY) != Settings(other.connection).get(PRIVATE_KEY)
    assert [row["file"] for row in full.connection.rows("SELECT file FROM share_record")] == [""]
    other.close()


def test_the_new_journal_is_private(full):
    assert stat.S_IMODE(full.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((full.folder / "journal.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("change", ["ends of lines", "a mark", "no last end", "empty lines"])
def test_what_an_editor_does_to_the_ends_of_lines_harms_nothing(tmp_path, change):
    data = archives.archive()
    changed = {
        "ends of lines": data.replace(b"\n", b"\r\n"),
        "a mark": b"\xef\xbb\xbf" + data,
        "no last end": data.removesuffix(b"\n"),
        "empty lines": data + b"\n\n",
    }[change]
    vault = brought_in(changed, tmp_path)

    assert changed != data
    assert b"".join(parts(vault.connection, archives.PROGRAM, leaves)) == data
    vault.close()


def test_a_link_to_the_file_is_followed_and_an_empty_folder_is_used(tmp_path):
    (tmp_path / "real.json").write_bytes(archives.archive())
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    (tmp_path / "New").mkdir()

    assert look(tmp_path / "link.json") == len(archives.archive())
    bring_in(tmp_path / "link.json", NewPlace(tmp_path / "New", PASSPHRASE, lambda _: True, FAST))

    open_vault(tmp_path / "New", PASSPHRASE).close()


@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_a_journal_is_made_over_nothing(tmp_path, there):
    file, place = tmp_path / "everything.json", tmp_path / "New"
    file.write_bytes(archives.archive())
    if there == "folder":
        place.mkdir()
        (place / "letter.txt").write_text("mine")
    elif there == "file":
        place.write_text("mine")
    else:
        place.symlink_to(tmp_path / "nowhere")
    before = contents(tmp_path)

    with pytest.raises(AlreadyExistsError):
        bring_in(file, NewPlace(place, PASSPHRASE, lambda _: True, FAST))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["nowhere.json", "folder.json", "pipe.json", "circle.json", "a\0b"])
def test_what_is_no_file_is_not_read(tmp_path, name):
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "circle.json").symlink_to(tmp_path / "circle.json")

    with pytest.raises(ArchiveMissingError):
        look(tmp_path / name)


def test_whoever_stops_it_finds_nothing_left(tmp_path):
    (tmp_path / "everything.json").write_bytes(archives.archive())
    before, handled = contents(tmp_path), []

    def step(size):
        handled.append(size)
        if len(handled) == 20:
            raise GivenUp

    with pytest.raises(GivenUp):
        bring_in(tmp_path / "everything.json", NewPlace(tmp_path / "New", PASSPHRASE, lambda _: True, FAST), step)
    assert len(handled) == 20
    assert contents(tmp_path) == before


def test_what_a_crash_left_of_an_earlier_try_is_made_anew(tmp_path):
    create_vault(tmp_path / f"New{BESIDE}", "another lantern altogether", FAST).close()
    vault = brought_in(archives.archive(), tmp_path)

    assert not (tmp_path / f"New{BESIDE}").exists()
    vault.close()


def test_a_try_that_is_still_going_on_is_left_alone(tmp_path):
    other = create_vault(tmp_path / f"New{BESIDE}", PASSPHRASE, FAST)

    with pytest.raises(JournalInUseError):
        brought_in(archives.archive(), tmp_path)
    assert other.connection.row("SELECT count(*) FROM course")[0] == 0
    other.close()


def test_every_byte_of_the_file_is_counted(tmp_path):
    file = tmp_path / "everything.json"
    file.write_bytes(archives.archive())
    handled = []
    bring_in(file, NewPlace(tmp_path / "New", PASSPHRASE, lambda _: True, FAST), handled.append)

    assert sum(handled) == look(file)
