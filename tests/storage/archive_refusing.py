"""How a file that is not what the program writes is refused."""

from io import BytesIO

import pytest

from kat_journal.errors import ArchiveDamagedError, KatJournalError
from kat_journal.storage.archive_making import NewPlace, bring_in
from kat_journal.storage.archive_reading import read
from tests.storage.making import FAST, PASSPHRASE, contents


def refused(folder, data, kind=ArchiveDamagedError):
    """The error that refuses it, once it is certain that nothing is left."""
    file = folder / "everything.json"
    file.write_bytes(data)
    before = contents(folder)
    with pytest.raises(KatJournalError) as error:
        bring_in(file, NewPlace(folder / "New", PASSPHRASE, lambda _: True, FAST))
    assert type(error.value) is kind
    assert contents(folder) == before
    words = error.value.user_message.format(**error.value.details)
    assert words.isprintable()
    return error.value.details


def unread(data, kind=ArchiveDamagedError):
    """What the error says that refuses it while it is read."""
    with pytest.raises(KatJournalError) as error:
        list(read(BytesIO(data)))
    assert type(error.value) is kind
    return error.value.details
