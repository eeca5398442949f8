"""The end of the bin: purging leaves no word, no row and no place in the file that tells of a response."""

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from kat_journal.domain.ids import Uid
from kat_journal.errors import KatJournalError
from kat_journal.storage.connection import Connection

CHEAP_PAGES: Final = 2048
"""Pages of 4 KiB that are written anew in some 0.2 seconds on a common disk."""

_MANY: Final = 4
"""One page in so many."""


class Bin:
    """Deletes for good what is in the bin; what is not there is never touched."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def purge(self, uids: Sequence[Uid]) -> tuple[Uid, ...]:
        """Delete these responses in one transaction, as far as they are in the bin; gives those that are gone.

        Their answers, versions and cards go by foreign key, their words leave the search index by trigger, and
        ``secure_delete`` overwrites every byte of them in the pages. Share records stay: they hold uids and no words.
        """
        rows = self._connection.rows(
            "SELECT uid FROM response WHERE trashed_at IS NOT NULL AND uid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(uids)),),
        )
        gone = tuple(Uid(row["uid"]) for row in rows)
        if gone:
            with self._connection.writing():
                for uid in gone:
                    self._purge(uid)
                self._connection.execute(
                    "DELETE FROM form_snapshot WHERE digest NOT IN (SELECT form_digest FROM response)"
                )
        return gone

    def tidy(self) -> None:
        """Write the file anew at once if it is so small that nobody notices.

        Nothing secret hangs on it, for purging has overwritten the words already; so a failure is no failure.
        """
        pages, free = self._pages()
        if free and pages <= CHEAP_PAGES:
            self._compact()

    def tidy_at_leisure(self) -> None:
        """Write a file of any size anew, if that gives much room back; for a moment when nobody waits for a save."""
        pages, free = self._pages()
        if free * _MANY >= pages:
            self._compact()

    def _pages(self) -> tuple[int, int]:
        """How many pages the file has, and how many of them are free."""
        found = (self._connection.row("PRAGMA page_count"), self._connection.row("PRAGMA freelist_count"))
        return int(found[0][0]), int(found[1][0])

    def _compact(self) -> None:
        with suppress(KatJournalError):
            self._connection.compact()

    def _purge(self, uid: Uid) -> None:
        self._connection.execute("DELETE FROM response WHERE uid = ?", (uid,))
        # Where the person was at locking, and lists of pages that are asked about: all else in them stays.
        self._connection.execute("DELETE FROM setting WHERE instr(key, ?)", (uid,))
        self._connection.execute("UPDATE setting SET value = replace(value, ?1, '') WHERE instr(value, ?1)", (uid,))
