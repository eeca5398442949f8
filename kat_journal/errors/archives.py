"""What can be wrong with a file of everything that is to be brought in."""

from kat_journal.errors.base import KatJournalError


class ArchiveMissingError(KatJournalError):
    """There is no file at that place, or it cannot be read."""

    message = "error.archive-missing"
    user_message = "There is no file at that place, or it cannot be read."
    hint = "Nothing was made. Choose the file once more."


class NotAnArchiveError(KatJournalError):
    """A file does not begin like a file of everything."""

    message = "error.not-an-archive"
    user_message = "This is not a file with everything of a journal."
    hint = "Nothing was made. Choose the .json file that \u201cTake everything with you\u201d saved."


class ArchiveTooNewError(KatJournalError):
    """A newer version of the program wrote the file."""

    message = "error.archive-too-new"
    user_message = "A newer version of KAT Journal made this file."
    hint = "Nothing was made. Install the newer version to bring it in."


class ArchiveCutOffError(KatJournalError):
    """The file ends too early."""

    message = "error.archive-cut-off"
    user_message = "The end of this file is missing. It stops after line {line}."
    hint = "Nothing was made. Copy the file once more, or use another copy of it."


class ArchiveDamagedError(KatJournalError):
    """Something in the file is not as the program writes it; the details name the line and what stands there."""

    message = "error.archive-damaged"
    user_message = "This file cannot be brought in. Something is wrong in line {line} ({part})."
    hint = "Nothing was made. Use another copy of the file, if there is one."


class ArchiveChangedError(KatJournalError):
    """Every line can be read, and they are not the ones that were written."""

    message = "error.archive-changed"
    user_message = "This file was changed or damaged after it was saved."
    hint = "Nothing was made. Use another copy of the file, if there is one."
