"""Share records: what left the journal, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from kat_journal.domain.ids import Uid

EVERYTHING = "everything"
"""Among the keys of a record: an archive for the person's own keeping, which was handed to nobody."""


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """One summary that was saved.

    Attributes:
        made_at: When it was saved, in UTC.
        format: Name of the export format, such as ``markdown``.
        sha256: Of the file's bytes, in hexadecimal.
        starts: First day that it covers.
        ends: Last day that it covers.
        file: Where it was saved; kept only inside the vault, and empty once it was deleted or is to be left alone.
        keys: What was ticked, so that "new since then" can be told.
    """

    uid: Uid
    made_at: datetime
    format: str
    sha256: str
    starts: date
    ends: date
    file: str
    keys: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether it was an archive of everything, and no summary for anybody."""
        return EVERYTHING in self.keys
