"""What can go wrong with a passphrase or a recovery code."""

from kat_journal.errors.base import KatJournalError


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


class RecoveryCodeMistypedError(KatJournalError):
    """The letters typed are no recovery code; nothing was tried with them."""

    message = "error.recovery-code-mistyped"
    user_message = "This is not quite the recovery code of your kit."
    hint = "Compare it with your kit, group by group. Nothing was tried with it yet."


class RecoveryCodeGroupError(RecoveryCodeMistypedError):
    """The mistake is in one group of the code, counted from 1; ``details`` has the group."""

    message = "error.recovery-code-group"
    user_message = "There is a mistake in group {group} of the recovery code."
    hint = "Compare that group with your kit. Nothing was tried with it yet."


class RecoveryCodeLengthError(RecoveryCodeMistypedError):
    """The code has too few or too many groups; ``details`` has how many were typed."""

    message = "error.recovery-code-length"
    user_message = "A recovery code has 8 groups of 4. The number of groups typed here is {groups}."
    hint = "Compare it with your kit, group by group. Nothing was tried with it yet."


class UnusablePassphraseError(KatJournalError):
    """A new passphrase that is empty or too short."""

    message = "error.unusable-passphrase"
    user_message = "That passphrase is too short to protect your words."
    hint = "Use four words, or at least twelve letters."


class CommonPassphraseError(UnusablePassphraseError):
    """A new passphrase that is made of what is tried first: common passwords, names, years, keys in a row."""

    message = "error.common-passphrase"
    user_message = "That passphrase is easy to guess: it is like those that are tried first."
    hint = "Use the four words that are offered, or four words of your own that do not belong together."


class KitConfirmedError(KatJournalError):
    """The recovery code is not shown again once its kit was made."""

    message = "error.kit-confirmed"
    user_message = "Your recovery kit was made already, so its code is not shown again."
    hint = "If you cannot find it, make a new kit. The old code then no longer opens this journal."


class NoPassphraseError(KatJournalError):
    """The passphrase can neither be asked for unseen nor read from where it was said to be."""

    message = "error.no-passphrase"
    user_message = "The passphrase could not be read."
    hint = "Type it in a terminal, or name an open file descriptor with --passphrase-fd."


class NoRecoveryCodeError(KatJournalError):
    """The recovery code can neither be asked for nor read from where it was said to be."""

    message = "error.no-recovery-code"
    user_message = "The recovery code could not be read."
    hint = "Type it in a terminal, or name an open file descriptor with --code-fd."


class PassphrasesDifferError(KatJournalError):
    """A new passphrase was not typed the same way twice."""

    message = "error.passphrases-differ"
    user_message = "The two passphrases are not the same."
    hint = "Nothing was made. Please try again."


class KeysDamagedError(KatJournalError):
    """Both copies of the key file are damaged."""

    message = "error.keys-damaged"
    user_message = "The key file of this journal is damaged."
    hint = "It was left as it is. Your recovery code still opens the journal, and so may a backup."
