"""What is done with a journal besides writing in it, in the process of the sweep, so that all of it is watched too.

Searching, earlier versions, the bin, backups, restoring, and salvage of a damaged copy: with the one word everywhere.
"""

import os
import shutil

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.services.salvage import Salvager
from kat_journal.storage.backup_look import verify
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.restoring import look_inside, restore
from kat_journal.storage.search import Search
from kat_journal.storage.vault import DATABASE

FAST = KdfParameters(8192, 1, 1)
PAGE = 4096


def look_back(journal, word):
    """Find the word, leave an earlier version of it, and delete a page of it for good; gives what is left to see."""
    hits = Search(journal._vault.connection).find(word, limit=1_000)
    kept, gone = (journal.responses.new(FormId("core:free-page")).draft for _ in range(2))
    for draft in (kept, gone):
        for text in (f"{word} {word} {word} {word}", word):
            journal.responses.save(draft, Answer(ItemId("words"), text=text))
    earlier = journal.versions.versions(kept.uid)
    journal.responses.trash(gone.uid)
    journal.bin.purge(gone.uid)
    assert hits
    assert earlier.questions
    assert journal.responses._responses.response(gone.uid) is None


def keep_elsewhere(app, journal, passphrase, beside):
    """A backup, checked and looked into, and a journal made of it."""
    backup = journal.backups.back_up(beside / "one.kjbackup")
    verify(backup.path)
    now = app.clock.now()
    contents = look_inside(backup.path, passphrase, beside / "Restored")
    restored = restore(backup.path, beside / "Restored", passphrase, now)
    again = restore(backup.path, beside / "Restored", passphrase, now)
    assert contents == restored.contents
    assert again.kept.is_file()


def save_what_can_be_read(app, passphrase, beside):
    """A damaged copy, and what is salvaged of it."""
    damaged = shutil.copytree(app.config.journal, beside / "Damaged")
    with (damaged / DATABASE).open("r+b") as file:
        pages = file.seek(0, os.SEEK_END) // PAGE
        for page in range(20, pages, 40):
            file.seek(page * PAGE)
            file.write(os.urandom(PAGE))
    salvager = Salvager(lambda: app.library.forms.values(), app.messages, app.clock, FAST)
    report = salvager.with_passphrase(damaged, passphrase, beside / "Salvaged")
    assert report
    assert (beside / "Salvaged" / DATABASE).is_file()


def live_with(app, passphrase, word, beside):
    """All of it."""
    beside.mkdir()
    journal = app.open(passphrase)
    try:
        look_back(journal, word)
        keep_elsewhere(app, journal, passphrase, beside)
    finally:
        journal.close()
    save_what_can_be_read(app, passphrase, beside)
