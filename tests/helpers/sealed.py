"""Sealed words as somebody may have put them there."""

from kat_journal.storage import sealed_files
from kat_journal.storage.sealed import Writing, seal
from tests.helpers.clock import november


def put(folder, public, **more):
    """A writing whose every value somebody chose; gives its file."""
    values = {"uid": "6fa459ea-ee8a-4ca4-894e-db77e160355e", "zone": "Europe/London", "text": "words"} | more
    at = values.pop("at", november(22, 14))
    one = Writing(started_at=at, saved_at=values.pop("saved_at", at), **values)
    sealed_files.keep(folder, one.uid, seal(one, public))
    return folder / "sealed" / f"{one.uid}.sealed"
