import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import JournalChangedError
from kat_journal.services.journal import PLACE, OpenJournal
from kat_journal.storage.opening import open_vault


@pytest.fixture
def reopen(vault, passphrase, library, messages, clock):
    """Opens the same journal again after it was closed."""
    opened = []

    def reopen():
        opened.append(open_vault(vault.folder, passphrase))
        return OpenJournal(opened[-1], library, messages, clock, lambda: "GB")

    yield reopen
    for one in opened:
        one.close()


@pytest.fixture
def refused(journal, vault):
    """An answer that could not be written, because the file was away; it is back now, as another file."""
    draft = journal.responses.new("core:free-page").draft
    database = vault.folder / "journal.db"
    whole = database.read_bytes()
    aside = database.rename(vault.folder / "aside.db")
    database.write_bytes(whole)
    with pytest.raises(JournalChangedError):
        journal.responses.save(draft, Answer("words", text="held in memory"))
    return draft, aside


def test_what_was_written_is_there_after_locking(journal, reopen, writer):
    draft = writer.free_page("words")

    assert journal.close() == ()

    assert reopen().responses.open(draft.uid).answers["words"].text == "words"


def test_the_place_is_noted_at_locking(journal, reopen):
    journal.close("write")

    assert reopen().settings.get(PLACE) == "write"


def test_locking_without_a_place_leaves_the_one_before(journal, reopen):
    journal.settings.put(PLACE, "today")
    journal.close()

    assert reopen().settings.get(PLACE) == "today"


def test_locking_hands_out_what_the_disk_still_refuses(journal, reopen, refused):
    draft, _ = refused

    held = journal.close("write")

    assert [(one.uid, answer.text) for one, answer in held] == [(draft.uid, "held in memory")]
    again = reopen()
    assert again.settings.get(PLACE) == ""
    again.take_over(held)
    assert again.responses.open(draft.uid).answers["words"].text == "held in memory"
    assert again.responses.unsaved.retry() == ()


def test_a_place_that_cannot_be_noted_does_not_stop_locking(journal, vault, reopen):
    database = vault.folder / "journal.db"
    aside = database.rename(vault.folder / "aside.db")

    assert journal.close("write") == ()

    aside.rename(database)
    assert reopen().settings.get(PLACE) == ""


def test_locking_twice_is_no_harm(journal):
    journal.close()
    journal._vault.close()


def test_a_journal_knows_where_it_is(journal, vault):
    assert journal.folder == vault.folder
