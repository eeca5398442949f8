"""What the card about saved summaries says, before and after an answer."""

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.today.reminder_words import Said
from kat_journal.services.exports import PDF_LOCKED
from kat_journal.services.reminders import Reminder


def tr(text: str) -> str:
    """Translate a string about saved summaries."""
    return QCoreApplication.translate("SavedFiles", text)


def keep_words(reminder: Reminder) -> str:
    """What stands on the button that leaves files where they are."""
    return tr("Keep it") if len(reminder.records) == 1 else tr("Keep them")


def saved_said(reminder: Reminder) -> Said:
    """The words of the card about files that are still there."""
    many = len(reminder.records)
    if many == 1:
        title, delete = tr("You saved a summary before your appointment"), tr("Delete the file I saved")
        locked = tr("It is still on this computer, locked with its password.")
        readable = tr("It is still on this computer, readable to anyone who uses it.")
    else:
        title = tr("You saved {count} summaries before your appointment").format(count=many)
        delete = tr("Delete the files I saved")
        locked = tr("They are still on this computer, locked with their passwords.")
        readable = tr("They are still on this computer, readable to anyone who uses it.")
    all_locked = all(one.format == PDF_LOCKED for one in reminder.records)
    return Said(title, locked if all_locked else readable, delete, tr("Not today"))


def outcome_words(deleted: int, untouched: int) -> str:
    """What came of it; what was changed meanwhile is somebody's work, and is never deleted."""
    parts = []
    if deleted:
        gone = tr("The file is deleted.") if deleted == 1 else tr("The {0} files are deleted.").format(deleted)
        parts += [gone, tr("Copies that you sent, printed or put elsewhere stay where they are.")]
    if untouched == 1:
        one = tr("One file was changed or moved since you saved it. It was left alone.")
        alone = tr("The file was changed or moved since you saved it. It was left alone, and nothing was deleted.")
        parts.append(one if deleted else alone)
    elif untouched:
        words = tr("{0} files were changed or moved since you saved them. They were left alone.")
        parts.append(words.format(untouched))
    return " ".join(parts)


def kept_words(many: int) -> str:
    """That files stay."""
    if many == 1:
        return tr("It stays where it is, and is not spoken of again here.")
    return tr("They stay where they are, and are not spoken of again here.")
