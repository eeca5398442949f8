"""Why something cannot be written."""

from kat_journal.errors.base import KatJournalError


class ReadOnlyError(KatJournalError):
    """The file or its folder cannot be written."""

    message = "error.read-only"
    user_message = "This journal cannot be changed, because its folder or disk is read-only."
    hint = "Nothing was changed. Make the folder writable, then try again."


class DiskFullError(KatJournalError):
    """There is no room left to write."""

    message = "error.disk-full"
    user_message = "The disk is full, so this could not be saved."
    hint = "What was saved before is safe. Free some space, then try again."


class StorageFailedError(KatJournalError):
    """The disk or the system refused to read or write."""

    message = "error.storage-failed"
    user_message = "The disk could not be read or written just now."
    hint = "What was saved before is safe. Check the disk, then try again."


class NotEnoughMemoryError(KatJournalError):
    """The key cannot be derived with the memory that is free."""

    message = "error.not-enough-memory"
    user_message = "There is not enough free memory to open the journal."
    hint = "Close some other programs, then try again."


class AlreadyExistsError(KatJournalError):
    """A file or folder stands where a new one was to be made."""

    message = "error.already-exists"
    user_message = "There is already something at that place."
    hint = "Nothing was changed. Choose another name."


class JournalChangedError(KatJournalError):
    """The journal's file was replaced or changed by something else while it was open."""

    message = "error.journal-changed"
    user_message = "Something else changed this journal while it was open here."
    hint = "Nothing more was saved, so that nothing is overwritten. Lock the journal, then open it again."


class JournalGoneError(JournalChangedError):
    """The journal's file is not at its place any more, most likely with the disk that it is on."""

    message = "error.journal-gone"
    user_message = "Your journal is not where it was a moment ago."
    hint = "What was saved before is safe. If it is on another disk, connect that disk again."


class DeletedForGoodError(KatJournalError):
    """Words came for a page that was purged meanwhile."""

    message = "error.deleted-for-good"
    user_message = "This page was deleted for good, so new words on it are not kept."
    hint = "Copy them, and put them on a new page."


class NothingChosenError(KatJournalError):
    """There is nothing in the summary yet."""

    message = "error.nothing-chosen"
    user_message = "Nothing is chosen for this summary yet."
    hint = "Tick what you want to share, or mark answers as \u201cMay share\u201d."
