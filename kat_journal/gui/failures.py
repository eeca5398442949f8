"""How an error reads in the window."""

from PySide6.QtCore import QCoreApplication

from kat_journal.errors import KatJournalError, PackError
from kat_journal.logs import report


def plain_words(error: Exception) -> str:
    """What happened and what to do. Errors that nothing expected are logged without their text."""
    if isinstance(error, PackError):
        return f"{error.user_message} {error} {error.hint}"
    if isinstance(error, KatJournalError):
        return f"{error.user_message.format(**error.details)} {error.hint}"
    report(error)
    return QCoreApplication.translate("Failures", "Something went wrong. What was saved before is safe.")
