"""Keeping words without opening: whole each time, private, and never more than there is room for."""

from base64 import b64decode

import pytest

from kat_journal.errors import CannotSealError, SealedFullError, SealedPageFullError
from kat_journal.services.sealing import SealedWriter
from kat_journal.storage import key_file, sealed_files
from kat_journal.storage.sealed import MOST_TEXT, unseal
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import PRIVATE_KEY
from tests.helpers.clock import MONDAY_MORNING
from tests.helpers.traces import files_with

WORD = "Zanzibarquark"


@pytest.fixture
def writer(vault, clock):
    return SealedWriter(vault.folder, clock)


@pytest.fixture
def kept(vault):
    """What the journal could read, were it opened now."""
    key = b64decode(Settings(vault.connection).get(PRIVATE_KEY))

    def kept():
        return [unseal(sealed_files.read(path)[0], key) for path in sealed_files.found(vault.folder)]

    return kept


def damage_keys(folder):
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).write_bytes(b"damaged")


def test_the_whole_text_so_far_is_in_one_file_with_when_it_was_begun_and_kept(writer, kept, clock):
    writer.keep("The sea")
    clock.pass_time(minutes=3)
    clock.travel("Asia/Tokyo")
    writer.keep("The sea was the ceiling")

    (one,) = kept()
    assert one.text == "The sea was the ceiling"
    assert (one.started_at, one.zone) == (MONDAY_MORNING, "Europe/London")
    assert (one.saved_at - one.started_at).seconds == 180


def test_half_a_character_is_kept_as_what_stands_for_it(writer, kept):
    writer.keep("a \ud83c b")

    assert [one.text for one in kept()] == ["a \ufffd b"]


def test_no_word_of_it_stands_in_clear_anywhere(writer, vault):
    writer.keep(f"{WORD} " * 200)

    assert files_with(WORD, vault.folder) == []
    (vault.folder / "sealed" / "control").write_text(WORD, "utf-8")
    assert len(files_with(WORD, vault.folder)) == 1


@pytest.mark.parametrize("nothing", ["", " \n\t "])
def test_nothing_written_leaves_nothing_and_what_was_emptied_goes(writer, kept, nothing):
    writer.keep(nothing)
    assert kept() == []

    writer.keep("a word")
    writer.keep(nothing)
    assert kept() == []

    writer.keep("again")
    assert [one.text for one in kept()] == ["again"]


def test_a_text_that_is_too_long_keeps_its_beginning_and_says_so(writer, kept):
    for _ in range(2):
        with pytest.raises(SealedPageFullError):
            writer.keep("a" * MOST_TEXT + "b")

    assert [one.text for one in kept()] == ["a" * MOST_TEXT]


def test_when_there_is_no_room_for_more_what_was_kept_stays(vault, clock, kept):
    for number in range(sealed_files.MOST_FILES):
        SealedWriter(vault.folder, clock).keep(f"words {number}")

    with pytest.raises(SealedFullError):
        SealedWriter(vault.folder, clock).keep("one more")

    assert {one.text for one in kept()} == {f"words {number}" for number in range(sealed_files.MOST_FILES)}


def test_words_that_joined_the_journal_meanwhile_go_on_as_another_writing(writer, kept, journal):
    writer.keep("The sea")
    journal.sealed.take_in()
    assert kept() == []

    writer.keep("The sea went on")

    journal.sealed.take_in()
    assert {row.words for row in journal.written.newest()} == {"The sea", "The sea went on"}
    assert kept() == []


def test_without_a_key_nothing_is_kept_and_with_one_it_can_be_tried_again(writer, vault, kept):
    keys, _ = key_file.read(vault.folder)
    damage_keys(vault.folder)
    for attempt in (writer.check, lambda: writer.keep("words")):
        with pytest.raises(CannotSealError):
            attempt()

    key_file.write(vault.folder, keys)
    writer.keep("words")
    damage_keys(vault.folder)
    writer.keep("words that go on")

    assert [one.text for one in kept()] == ["words that go on"]
