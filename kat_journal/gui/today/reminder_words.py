"""What the quiet card on Today says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import long_day, weekday
from kat_journal.services.reminders import Reminder, ReminderKind


@dataclass(frozen=True, slots=True)
class Said:
    """Title, sentence, and the words on the buttons; a card has no button without words."""

    title: str
    words: str
    action: str
    other: str = ""
    look: str = ""


def tr(text: str) -> str:
    """Translate a string of a reminder."""
    return QCoreApplication.translate("Reminder", text)


def said(reminder: Reminder, messages: Messages) -> Said:
    """The words of a reminder."""
    if reminder.kind is ReminderKind.SEALED:
        return _sealed(messages.ordinal(reminder.session_number))
    if reminder.kind is ReminderKind.SEALED_UNREADABLE:
        return _unreadable(reminder.detail)
    if reminder.kind in {ReminderKind.KIT, ReminderKind.REHEARSAL, ReminderKind.RECOVERED}:
        return _keys(reminder.kind)
    if reminder.kind is ReminderKind.HOUSE_RULES:
        return _house_rules()
    if reminder.kind in {ReminderKind.QUESTIONS, ReminderKind.LATER}:
        return _carried(reminder)
    return _files(reminder)


def _sealed(session: str) -> Said:
    return Said(
        tr("You wrote while the journal was locked"),
        tr("Do these words belong to your {session} session?").format(session=session),
        tr("Yes"),
        tr("No"),
        tr("Read them"),
    )


def _unreadable(count: str) -> Said:
    return Said(
        tr("Some words do not belong to this journal"),
        tr("{count} of the pages written while locked cannot be read with this journal. They were left as they are.")
        .format(count=count),
        tr("All right"),
    )  # fmt: skip


def _keys(kind: ReminderKind) -> Said:
    not_now = tr("Not now")
    return {
        ReminderKind.KIT: Said(
            tr("If you ever forget your passphrase"),
            tr("A recovery kit is one sheet with a code that opens your journal. Making it takes two minutes."),
            tr("Make a recovery kit"),
            not_now,
        ),
        ReminderKind.REHEARSAL: Said(
            tr("Do you still have your passphrase?"),
            tr("You can try it here, just to be sure. Nothing depends on it."),
            tr("Try it"),
            not_now,
        ),
        ReminderKind.RECOVERED: Said(
            tr("Your journal has a new passphrase"),
            tr("The old one no longer opens it. Backups made before still open with the old one."),
            tr("All right"),
        ),
    }[kind]


def _house_rules() -> Said:
    return Said(
        tr("How this journal works"),
        tr("Eight short rules, such as: skip anything. You can find them in Settings at any time."),
        tr("Read them"),
        tr("No, thank you"),
    )


def _carried(reminder: Reminder) -> Said:
    if reminder.kind is ReminderKind.LATER:
        return Said(_parked(reminder), tr("Is it still true?"), tr("Still true"), tr("Not now"))
    one = reminder.detail == "1"
    if reminder.days == 0:
        title = tr("You have a question for today") if one else tr("You have {count} questions for today")
    elif reminder.days == 1:
        title = tr("You have a question for tomorrow") if one else tr("You have {count} questions for tomorrow")
    else:
        title = tr("You have a question for {day}") if one else tr("You have {count} questions for {day}")
    return Said(
        title.format(count=reminder.detail, day=weekday(reminder.day) if reminder.day else ""),
        tr("What you mark as \u201cMay share\u201d stands first in your summary."),
        tr("Look at them"),
        tr("Not now"),
    )


def _parked(reminder: Reminder) -> str:
    """When it was parked; a clock that was set back makes no future of it."""
    told = {
        -1: tr("Yesterday you parked this"),
        -7: tr("A week ago you parked this"),
        -14: tr("Two weeks ago you parked this"),
        -30: tr("A month ago you parked this"),
    }
    if reminder.days in told:
        return told[reminder.days]
    if reminder.days >= 0 or reminder.day is None:
        return tr("You parked this")
    return tr("You parked this on {day}").format(day=long_day(reminder.day))


def _files(reminder: Reminder) -> Said:
    backups, not_now = tr("See the backups"), tr("Not now")
    said = {
        ReminderKind.DAMAGED: Said(
            tr("A part of your journal looks damaged"),
            tr("Your journal opens. A backup from before is the safest way back."),
            backups,
            not_now,
        ),
        ReminderKind.CONFLICT: Said(
            tr("There is a second copy of your journal"),
            tr("A program that syncs its folder has made it: {detail}. It was left as it is, and nothing was mixed."),
            tr("See where"),
            not_now,
        ),
        ReminderKind.SPACE: Said(
            tr("There is little room left on this disk"),
            tr("About {detail} MB are free. Everything is saved so far, and some more room keeps it that way."),
            backups,
            not_now,
        ),
        ReminderKind.SECOND_PLACE: Said(
            tr("Your backups wait for their second place"),
            tr("A newer backup has waited for \u201c{detail}\u201d for a week. Connect it when it suits you."),
            backups,
            not_now,
        ),
    }[reminder.kind]
    return Said(said.title, said.words.format(detail=reminder.detail), said.action, said.other)
