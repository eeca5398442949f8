"""Writing a few words without opening the journal. Knows a folder and its public key, and can read nothing back."""

from pathlib import Path

from kat_journal.domain.clock import Clock
from kat_journal.domain.ids import NewUid, new_uid
from kat_journal.errors import SealedPageFullError
from kat_journal.storage import sealed_files
from kat_journal.storage.sealed import Writing, fitting, seal
from kat_journal.storage.values import clean


class SealedWriter:
    """Keeps one writing, whole each time; used on one thread."""

    def __init__(self, folder: Path, clock: Clock, new_uid: NewUid = new_uid) -> None:
        self._folder = folder
        self._clock = clock
        self._new_uid = new_uid
        self._key = b""
        self._begun: Writing | None = None

    def check(self) -> None:
        """Find out whether words can be kept at all.

        Raises:
            CannotSealError: There is no public key that can be trusted.
        """
        self._key = self._key or sealed_files.public_key(self._folder)

    def keep(self, text: str) -> None:
        """Keep the whole text so far, in place of what was kept before; a text without a letter is kept as none.

        Raises:
            SealedPageFullError: It is too long. Its beginning is kept, as much as there is room for.
            SealedFullError: There is no room for more; what was kept before is kept.
            CannotSealError: There is no public key that can be trusted.
            DiskFullError, ReadOnlyError, StorageFailedError: The disk refused; what was kept before is kept.
        """
        self.check()
        text = clean(text)
        if not text.strip():
            self._discard()
            return
        kept = fitting(text)
        writing = self._next(kept)
        sealed_files.keep(self._folder, writing.uid, seal(writing, self._key))
        self._begun = writing
        if kept != text:
            raise SealedPageFullError("cap")

    def _next(self, text: str) -> Writing:
        """The writing as it is now; one that joined the journal meanwhile goes on as another."""
        now, begun = self._clock.now(), self._begun
        if begun is None:
            return Writing(self._new_uid(), now, now, self._clock.zone(), text)
        uid = begun.uid if sealed_files.is_kept(self._folder, begun.uid) else self._new_uid()
        return Writing(uid, begun.started_at, now, begun.zone, text)

    def _discard(self) -> None:
        if self._begun is not None:
            sealed_files.discard(self._folder, self._begun.uid)
            self._begun = None
