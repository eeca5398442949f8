"""Why a journal cannot be opened."""

from kat_journal.errors.base import KatJournalError


class NotAJournalError(KatJournalError):
    """The folder or file is something else, or a part of the journal is missing."""

    message = "error.not-a-journal"
    user_message = "This is not a journal that KAT Journal can open."
    hint = "Nothing was changed. Choose the folder that holds journal.db and keys.json."


class LinkInJournalError(KatJournalError):
    """A folder inside the journal is a link, or no folder; ``details`` has its name."""

    message = "error.link-in-journal"
    user_message = "In this journal, \u201c{name}\u201d is not a folder of its own, but leads to another place."
    hint = "Nothing was changed. Put a real folder of that name there, then try again."


class JournalMissingError(KatJournalError):
    """There is no journal at this place."""

    message = "error.journal-missing"
    user_message = "There is no journal here."
    hint = "If it is on another disk, connect that disk and try again. Nothing new was made."


class JournalDamagedError(KatJournalError):
    """The right key opens it, and parts of it cannot be read."""

    message = "error.journal-damaged"
    user_message = "This journal looks damaged."
    hint = "It was left as it is. First try to restore a backup. If there is none, save what can still be read."


class NothingReadableError(KatJournalError):
    """The passphrase is right, and no page of the database opens with its key."""

    message = "error.nothing-readable"
    user_message = "Nothing in this journal\u2019s file can be read any more."
    hint = "It was left as it is. A backup is the way back, if there is one."


class JournalTooNewError(KatJournalError):
    """A newer version of the program made this journal."""

    message = "error.journal-too-new"
    user_message = "This journal was made by a newer version of KAT Journal."
    hint = "It was not touched. Install the newer version to open it."


class JournalInUseError(KatJournalError):
    """Another window or command holds the journal."""

    message = "error.journal-in-use"
    user_message = "This journal is already open."
    hint = "Go to the window that has it open, or close it there first."


class JournalHeldError(JournalInUseError):
    """Another window or command holds the journal, and says who it is; ``details`` has who, host, user and since."""

    message = "error.journal-held"
    user_message = "This journal is open on {who} since {since}."
    hint = JournalInUseError.hint


class JournalElsewhereError(KatJournalError):
    """The lock file came from another computer, which may have the journal open; ``details`` says who and since."""

    message = "error.journal-elsewhere"
    user_message = "This journal may still be open on {who}, since {since}."
    hint = (
        "Close it there, and wait until the folder is synced. If it is not open there any more, you can open it here "
        "all the same. If both were open, a second copy of the journal can appear, and new words may be in only one."
    )
