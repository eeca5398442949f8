"""What can be wrong with this installation, its window or its packs."""

from kat_journal.errors.base import KatJournalError


class PackError(KatJournalError):
    """A pack of forms cannot be used; the exception's text names file, key and reason."""

    message = "error.pack"
    user_message = "This pack of forms cannot be used."
    hint = "Nothing was changed."


class FormGoneError(KatJournalError):
    """The form that is to be filled in belongs to a pack that was removed."""

    message = "error.form-gone"
    user_message = "This form is not here any more. Its pack was removed."
    hint = "What you answered before is under Write."


class UnsupportedSystemError(KatJournalError):
    """This installation's SQLCipher is missing or too old to keep words safe."""

    message = "error.unsupported-system"
    user_message = "This installation cannot keep a journal safe."
    hint = "Install KAT Journal again. Nothing was opened."


class NoDisplayError(KatJournalError):
    """There is no screen to show the window on."""

    message = "error.no-display"
    user_message = "There is no display here, so the window cannot open."
    hint = "The other commands work without one; see kat-journal --help."


class WindowSilentError(KatJournalError):
    """Another program has this journal's window, and does not answer."""

    message = "error.window-silent"
    user_message = "KAT Journal is open already, but its window does not answer."
    hint = "Wait a little and try again. If it stays so, end that program; what was saved in it is safe."


class NotWholeError(KatJournalError):
    """A part of this installation is missing or damaged."""

    message = "error.not-whole"
    user_message = "This installation of KAT Journal is not whole."
    hint = "Install KAT Journal again."


class NotConfirmedError(KatJournalError):
    """Nobody said yes to what would replace something."""

    message = "error.not-confirmed"
    user_message = "This was not confirmed, so nothing was changed."
    hint = "At a terminal, answer with yes. In a script, use --yes."
