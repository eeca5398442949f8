"""What can be done where a journal did not open: restoring comes first, and nothing is ever recreated."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kat_journal.errors import JournalDamagedError, KeysDamagedError


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button of the notice.

    Attributes:
        name: The page that it leads to.
    """

    name: str
    words: str


def tr(text: str) -> str:
    """Translate a string of the unlock page."""
    return QCoreApplication.translate("Unlock", text)


def ways_out(error: Exception) -> tuple[WayOut, ...]:
    """The pages that help with this error, the best one first."""
    restore = WayOut("restoring", tr("Restore a backup"))
    if isinstance(error, KeysDamagedError):
        return WayOut("recovery", tr("Use your recovery code")), restore
    if isinstance(error, JournalDamagedError):
        return restore, WayOut("salvaging", tr("Save what can still be read"))
    return ()
