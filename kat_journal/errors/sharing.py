"""Why something cannot leave, or a file that left cannot be deleted."""

from kat_journal.errors.base import KatJournalError


class NoSuchSessionError(KatJournalError):
    """A summary was asked for of a session that there is not."""

    message = "error.no-such-session"
    user_message = "There is no session of that number."
    hint = "Nothing was saved. Sessions are counted from 1, without the cancelled ones."


class NoSummaryYetError(KatJournalError):
    """A summary since the last one was asked for, and there is no last one."""

    message = "error.no-summary-yet"
    user_message = "No summary was saved before, so there is no day to begin from."
    hint = "Nothing was saved. Name the first day, or begin from the last appointment."


class CannotDeleteError(KatJournalError):
    """The system refused to delete a file that was saved."""

    message = "error.cannot-delete"
    user_message = "The file could not be deleted."
    hint = "It is still where you saved it, and you can delete it there by hand."
