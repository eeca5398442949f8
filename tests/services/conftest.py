import pytest

from kat_journal.domain.response import Answer
from kat_journal.services.sealing import SealedWriter
from kat_journal.storage import sealed_files
from tests.helpers.clock import november


class Writer:
    """Fills in forms of an open journal, as a page would."""

    def __init__(self, journal, clock):
        self._journal = journal
        self._clock = clock

    def begin(self, form_id, session=None, appointment=None):
        opened = self._journal.responses.begin(
            f"core:{form_id}",
            session_id=session.id if session else None,
            appointment_id=appointment.id if appointment else None,
        )
        return opened.draft

    def write(self, draft, item_id, text="words", **answer):
        value = answer or {"text": text}
        return self._journal.responses.save(draft, Answer(item_id, **value))

    def free_page(self, text, session=None):
        draft = self._journal.responses.new("core:free-page", session_id=session.id if session else None).draft
        self.write(draft, "words", text)
        return draft


@pytest.fixture
def writer(journal, clock):
    return Writer(journal, clock)


@pytest.fixture
def held(journal, clock):
    """A session of yesterday, 22 November, ten to twelve; the clock stands at half past ten on the day after."""
    session = journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    held = journal.courses.just_had()
    clock.set(november(23, 10, 30))
    assert held.id == session.id
    return held


@pytest.fixture
def responses(journal):
    return journal.responses


@pytest.fixture
def check_in(responses, held):
    return responses.begin("core:check-in.next-day", session_id=held.id).draft


@pytest.fixture
def folder(vault):
    return vault.folder


@pytest.fixture
def write(folder, clock):
    """Writes while locked, as the page does."""

    def write(text):
        SealedWriter(folder, clock).keep(text)

    return write


@pytest.fixture
def public(folder):
    return sealed_files.public_key(folder)


@pytest.fixture
def backups(journal):
    return journal.backups
