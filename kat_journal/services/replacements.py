"""The person's own list of names, and what stands instead of them in whatever they hand over."""

from dataclasses import replace

from kat_journal.domain.ids import NewUid, Uid, new_uid
from kat_journal.domain.replacing import Replacement, is_same_name, is_usable, longer_form, replaced_in
from kat_journal.storage.replacements import Replacements

__all__ = ["Replacement", "ReplacementService", "is_usable", "longer_form", "replaced_in"]


class ReplacementService:
    """Keeps the list. It changes what leaves and never the journal."""

    def __init__(self, replacements: Replacements, new_uid: NewUid = new_uid) -> None:
        self._replacements = replacements
        self._new_uid = new_uid

    def all(self) -> tuple[Replacement, ...]:
        """The list, in the order in which it was made."""
        return self._replacements.all()

    def put(self, name: str, instead: str, *, as_written: bool = False, uid: Uid | None = None) -> Replacement | None:
        """Add a name or change one; a name that is on the list already is changed there.

        Args:
            name: With at least one letter; spaces at its ends and between its parts do not count.
            instead: Such as ``A.`` or ``my partner``.
            as_written: Only with these capitals, for names that are words as well.
            uid: Of the one that is changed.

        Returns:
            The one that is kept; None where it could not be used, and then nothing was changed.
        """
        one = Replacement(" ".join(name.split()), " ".join(instead.split()), as_written)
        if not is_usable(one):
            return None
        same = [other.uid for other in self.all() if is_same_name(other.name, one.name)]
        kept = replace(one, uid=uid or next(iter(same), None) or self._new_uid())
        for other in same:
            if other != kept.uid:
                self._replacements.delete(other)
        self._replacements.put(kept)
        return kept

    def delete(self, uid: Uid) -> None:
        """Take a name off the list."""
        self._replacements.delete(uid)
