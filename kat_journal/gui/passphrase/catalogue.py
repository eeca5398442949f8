"""What is said of a new passphrase while it is typed."""

from PySide6.QtCore import QCoreApplication

from kat_journal.errors import CommonPassphraseError, UnusablePassphraseError
from kat_journal.services.passphrases import Strength, check_new, strength


def tr(text: str) -> str:
    """Translate a string about a passphrase."""
    return QCoreApplication.translate("Passphrase", text)


def assess(passphrase: str) -> str:
    """How good it is, in words, or why it will not do. Takes some milliseconds, so it is for the pool."""
    try:
        check_new(passphrase)
    except CommonPassphraseError:
        return tr("Too easy: this is like what is tried first. Words that do not belong together are better.")
    except UnusablePassphraseError:
        return tr("Not long enough yet.")
    return {
        Strength.FAIR: tr("It will do. One more word would make it much stronger."),
        Strength.GOOD: tr("Good: guessing it would take many years."),
        Strength.STRONG: tr("Very good. More would make no difference."),
    }[strength(passphrase)]
