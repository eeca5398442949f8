"""Why something cannot be kept readable."""

from kat_journal.errors.base import KatJournalError


class SupportCardFullError(KatJournalError):
    """More was chosen than the readable card can hold."""

    message = "error.support-card-full"
    user_message = "That is more than a card can hold."
    hint = "Nothing was changed. Choose fewer parts, or keep the line shorter."
