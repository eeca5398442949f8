"""Words written while locked join the journal once, whole, and whatever is in the way."""

import os
import shutil

import pytest
import sqlcipher3

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.sealed import WORDS
from kat_journal.storage import key_file, sealed_files
from kat_journal.storage.creating import create_vault
from kat_journal.storage.sealed import LARGEST
from kat_journal.storage.search import Search
from kat_journal.storage.vault import PRIVATE_KEY
from tests.helpers.clock import november
from tests.helpers.sealed import put


@pytest.fixture
def sealed(journal):
    return journal.sealed


def left(folder):
    return sorted(path.name for path in (folder / "sealed").iterdir())


def pages(journal):
    return [(row.title, row.words) for row in journal.written.newest()]


# Joining


def test_an_empty_folder_is_no_work_and_is_not_made(sealed, journal, folder):
    sealed.take_in()

    assert not (folder / "sealed").exists()
    assert (pages(journal), sealed.offer(), sealed.unreadable()) == ([], None, None)


def test_what_was_written_joins_as_a_page_of_that_day_and_its_file_goes(sealed, journal, write, folder, clock):
    clock.set(november(22, 23, 50))
    write("The ceiling was the sea.")
    clock.set(november(24, 9))

    sealed.take_in()

    (row,) = journal.written.newest()
    assert (row.title, row.words, row.day.isoformat()) == (
        "Written while locked",
        "The ceiling was the sea.",
        "2026-11-22",
    )
    opened = journal.responses.open(row.uid)
    assert opened.draft.started_at == november(22, 23, 50)
    assert opened.answers[WORDS].share is ShareMark.PRIVATE
    assert opened.answers[WORDS].updated_at == november(22, 23, 50)
    assert left(folder) == []


def test_the_day_is_counted_where_it_was_written(sealed, journal, write, clock):
    clock.travel("Asia/Tokyo")
    clock.set(november(22, 20))
    write("Early there.")
    clock.travel("Europe/London")

    sealed.take_in()

    assert [row.day.isoformat() for row in journal.written.newest()] == ["2026-11-23"]


def test_they_are_found_by_search_and_can_be_shared_like_any_page(sealed, journal, vault, write):
    write("A blue coat by the river.")
    sealed.take_in()
    (row,) = journal.written.newest()

    assert {hit.response_uid for hit in Search(vault.connection).find("coat")} == {row.uid}
    material = journal.summaries.material(journal.summaries.periods()[-1])
    offered = journal.summaries.candidates(material)
    assert [(one.words, one.ticked) for one in offered if one.label.startswith("Written")] == [
        ("A blue coat by the river.", False)
    ]


def test_several_join_in_the_order_in_which_they_were_written(sealed, journal, write, clock, folder):
    for number in range(5):
        write(f"words {number}")
        clock.pass_time(hours=1)

    sealed.take_in()

    assert [words for _, words in pages(journal)] == [f"words {number}" for number in (4, 3, 2, 1, 0)]
    assert left(folder) == []


def test_a_crash_between_storing_and_removing_makes_no_second_page(sealed, journal, write, folder):
    write("words")
    (path,) = sealed_files.found(folder)
    shutil.copy(path, folder / "aside")
    sealed.take_in()
    shutil.move(folder / "aside", path)

    sealed.take_in()

    assert len(pages(journal)) == 1
    assert (left(folder), sealed.unreadable()) == ([], None)


def test_when_nothing_can_be_stored_the_files_stay_for_another_time(sealed, journal, vault, write, folder):
    write("words")
    database = folder / "journal.db"
    aside = database.rename(folder / "aside.db")

    sealed.take_in()

    assert len(left(folder)) == 1
    aside.rename(database)
    sealed.take_in()
    assert (len(pages(journal)), left(folder)) == (1, [])


def test_a_private_key_that_is_damaged_stops_nobody_and_takes_no_words(sealed, journal, write, folder):
    write("words")
    journal.settings.put(PRIVATE_KEY, "no base64 at all")

    sealed.take_in()

    assert (pages(journal), len(left(folder))) == ([], 1)
    assert sealed.unreadable() == Reminder(ReminderKind.SEALED_UNREADABLE, detail="1")


def test_a_mistake_of_ours_keeps_nobody_out_and_takes_no_words(sealed, journal, vault, write, folder):
    """A rule of the tables that no page can meet."""
    write("words")
    with vault.connection.writing():
        vault.connection.execute(
            "CREATE TRIGGER no_more BEFORE INSERT ON response BEGIN SELECT raise(ABORT, 'never'); END"
        )
    with pytest.raises(sqlcipher3.IntegrityError):
        journal.responses.save(journal.responses.new("core:free-page").draft, Answer(WORDS, text="words"))

    sealed.take_in()

    assert (pages(journal), len(left(folder))) == ([], 1)


def test_of_more_files_than_are_ever_kept_some_wait_for_another_opening(sealed, journal, public, folder):
    for number in range(sealed_files.MOST_FILES + 1):
        path = put(folder, public, uid=f"{number:08x}-ee8a-4ca4-894e-db77e160355e")
        path.rename(folder / path.name)
    for path in folder.glob("*.sealed"):
        path.rename(folder / "sealed" / path.name)

    sealed.take_in()
    assert (len(pages(journal)), len(left(folder))) == (sealed_files.MOST_FILES, 1)

    sealed.take_in()
    assert (len(pages(journal)), left(folder), sealed.unreadable()) == (sealed_files.MOST_FILES + 1, [], None)


# What others put there


def test_a_page_that_is_there_is_never_written_over(sealed, journal, public, folder):
    path = put(folder, public)
    shutil.copy(path, folder / "aside")
    sealed.take_in()
    (row,) = journal.written.newest()
    journal.responses.save(journal.responses.open(row.uid).draft, Answer(WORDS, text="changed since"))
    shutil.move(folder / "aside", path)

    sealed.take_in()

    assert [words for _, words in pages(journal)] == ["changed since"]
    assert left(folder) == [path.name]
    assert sealed.unreadable() == Reminder(ReminderKind.SEALED_UNREADABLE, detail="1")


def test_a_copy_under_another_name_is_no_second_page(sealed, journal, public, folder):
    path = put(folder, public)
    copy = path.with_name(f"0{path.name[1:]}")
    shutil.copy(path, copy)

    sealed.take_in()

    assert (len(pages(journal)), left(folder)) == (1, [copy.name])
    assert sealed.unreadable() == Reminder(ReminderKind.SEALED_UNREADABLE, detail="1")


def test_a_page_whose_words_were_taken_back_is_not_written_over_either(sealed, journal, public, folder):
    path = put(folder, public)
    shutil.copy(path, folder / "aside")
    sealed.take_in()
    (row,) = journal.written.newest()
    journal.responses.clear(journal.responses.open(row.uid).draft, WORDS)
    shutil.move(folder / "aside", path)

    sealed.take_in()

    assert [words for _, words in pages(journal)] == [""]
    assert left(folder) == [path.name]


def test_words_that_were_kept_after_the_first_of_them_had_joined_join_too(sealed, journal, public, folder):
    put(folder, public, text="The sea")
    sealed.take_in()
    put(folder, public, text="The sea went on", saved_at=november(22, 15))

    sealed.take_in()

    assert {words for _, words in pages(journal)} == {"The sea", "The sea went on"}
    assert left(folder) == []


def test_another_form_of_that_uid_is_left_alone(sealed, journal, writer, public, folder):
    mine = writer.free_page("my own page")
    path = put(folder, public, uid=mine.uid, saved_at=november(30))

    sealed.take_in()

    assert [words for _, words in pages(journal)] == ["my own page"]
    assert left(folder) == [path.name]


def test_whatever_lies_in_the_folder_stays_there_is_counted_and_stops_nothing(
    sealed, journal, write, public, folder, tmp_path, kdf
):
    write("mine")
    other = create_vault(tmp_path / "Other", "another long passphrase", kdf)
    other.close()
    place = folder / "sealed"
    theirs = put(tmp_path / "Other", sealed_files.public_key(tmp_path / "Other"))
    names = [f"{number}fa459ea-ee8a-4ca4-894e-db77e160355e.sealed" for number in range(6)]
    (place / names[0]).write_bytes(b"garbage")
    (place / names[1]).write_bytes(bytes(LARGEST + 1))
    (place / names[2]).symlink_to(sealed_files.found(folder)[0])
    os.mkfifo(place / names[3])
    shutil.copy(theirs, place / names[4])
    shutil.copy(sealed_files.found(folder)[-1], place / names[5])
    (place / b"\xff words.sealed".decode(errors="surrogateescape")).write_bytes(b"a name that is no text")
    strange = len(names) + 1

    sealed.take_in()

    assert [words for _, words in pages(journal)] == ["mine"]
    assert len(left(folder)) == strange
    assert sealed.unreadable() == Reminder(ReminderKind.SEALED_UNREADABLE, detail=str(strange))


def test_of_what_cannot_be_read_is_spoken_once_and_again_only_of_more(sealed, folder, write):
    write("mine")
    (folder / "sealed" / "one.sealed").touch()
    sealed.take_in()
    assert sealed.unreadable() is not None

    sealed.unreadable_told()
    sealed.take_in()
    assert sealed.unreadable() is None

    (folder / "sealed" / "two.sealed").touch()
    sealed.take_in()
    assert sealed.unreadable() == Reminder(ReminderKind.SEALED_UNREADABLE, detail="2")


def test_words_sealed_to_a_key_that_somebody_put_there_are_left_and_told_of(sealed, journal, folder, write):
    keys, _ = key_file.read(folder)
    key_file.write(folder, type(keys)(keys.magic, keys.format, keys.db_salt, b"k" * 32, keys.slots))
    write("read by whoever changed the key")

    sealed.take_in()

    assert pages(journal) == []
    assert sealed.unreadable() is not None


def test_a_zone_that_nobody_knows_counts_days_as_utc(sealed, journal, folder, public):
    put(folder, public, zone="../../etc/passwd", at=november(22, 23, 30))

    sealed.take_in()

    assert [row.day.isoformat() for row in journal.written.newest()] == ["2026-11-22"]
