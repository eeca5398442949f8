"""The errors that a person can meet: each has a plain sentence and a hint, and holds no content."""


class KatJournalError(Exception):
    """Something the program expects to go wrong, and can say in one plain sentence.

    The exception's own text is for the log: it never holds anything that a person wrote.

    Attributes:
        message: Key of the sentence in the message catalogue.
        user_message: The sentence in English, for when no catalogue is at hand.
        hint: What the person can do next, in English.
    """

    message = "error.unexpected"
    user_message = "Something went wrong."
    hint = "Your journal is as it was. Please try again."


class WrongPassphraseError(KatJournalError):
    """No key slot opens with this passphrase."""

    message = "error.wrong-passphrase"
    user_message = "That passphrase does not open this journal."
    hint = "Check Caps Lock and the keyboard language, then try again."


class WrongRecoveryCodeError(KatJournalError):
    """The recovery code belongs to another journal, or was replaced by a newer one."""

    message = "error.wrong-recovery-code"
    user_message = "This recovery code does not open this journal."
    hint = "If you made a new recovery kit later, use the newest one. An older backup still opens with the older code."


class NotAJournalError(KatJournalError):
    """The folder or file is something else, or a part of the journal is missing."""

    message = "error.not-a-journal"
    user_message = "This is not a journal that KAT Journal can open."
    hint = "Nothing was changed. Choose the folder that holds journal.db and keys.json."


class JournalMissingError(KatJournalError):
    """There is no journal at this place."""

    message = "error.journal-missing"
    user_message = "There is no journal here."
    hint = "If it is on another disk, connect that disk and try again. Nothing new was made."


class JournalDamagedError(KatJournalError):
    """The right key opens it, and parts of it cannot be read."""

    message = "error.journal-damaged"
    user_message = "This journal looks damaged."
    hint = (
        "It was left as it is. Make a copy of the whole folder before you try anything else. "
        "A copy of the folder from another day is the way back, if there is one."
    )


class KeysDamagedError(KatJournalError):
    """Both copies of the key file are damaged."""

    message = "error.keys-damaged"
    user_message = "The key file of this journal is damaged."
    hint = JournalDamagedError.hint


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


class PackError(KatJournalError):
    """A pack of forms cannot be used; the exception's text names file, key and reason."""

    message = "error.pack"
    user_message = "This pack of forms cannot be used."
    hint = "Nothing was changed."


class NothingChosenError(KatJournalError):
    """There is nothing in the summary yet."""

    message = "error.nothing-chosen"
    user_message = "Nothing is chosen for this summary yet."
    hint = "Tick what you want to share, or mark answers as \u201cMay share\u201d."


class UnusablePassphraseError(KatJournalError):
    """A new passphrase that is empty or too short."""

    message = "error.unusable-passphrase"
    user_message = "That passphrase is too short to protect your words."
    hint = "Use four words, or at least twelve letters."


class UnsupportedSystemError(KatJournalError):
    """This installation's SQLCipher is missing or too old to keep words safe."""

    message = "error.unsupported-system"
    user_message = "This installation cannot keep a journal safe."
    hint = "Install KAT Journal again. Nothing was opened."


class JournalChangedError(KatJournalError):
    """The journal's file was replaced or changed by something else while it was open."""

    message = "error.journal-changed"
    user_message = "Something else changed this journal while it was open here."
    hint = "Nothing more was saved, so that nothing is overwritten. Lock the journal, then open it again."


class NoDisplayError(KatJournalError):
    """There is no screen to show the window on."""

    message = "error.no-display"
    user_message = "There is no display here, so the window cannot open."
    hint = "The other commands work without one; see kat-journal --help."


class NoPassphraseError(KatJournalError):
    """The passphrase can neither be asked for unseen nor read from where it was said to be."""

    message = "error.no-passphrase"
    user_message = "The passphrase could not be read."
    hint = "Type it in a terminal, or name an open file descriptor with --passphrase-fd."


class PassphrasesDifferError(KatJournalError):
    """A new passphrase was not typed the same way twice."""

    message = "error.passphrases-differ"
    user_message = "The two passphrases are not the same."
    hint = "Nothing was made. Please try again."


class NotWholeError(KatJournalError):
    """A part of this installation is missing or damaged."""

    message = "error.not-whole"
    user_message = "This installation of KAT Journal is not whole."
    hint = "Install KAT Journal again."
