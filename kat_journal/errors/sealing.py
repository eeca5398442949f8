"""Why words cannot be kept while the journal is locked."""

from kat_journal.errors.base import KatJournalError


class CannotSealError(KatJournalError):
    """Words cannot be encrypted while locked, because no copy of the key file can be trusted."""

    message = "error.cannot-seal"
    user_message = "Words cannot be kept here now."
    hint = "Nothing that you type here will be kept. Open the journal to write."


class SealedPageFullError(KatJournalError):
    """One writing is longer than a page that is written while locked can be; its beginning is kept."""

    message = "error.sealed-page-full"
    user_message = "This page is full, so your last words are not kept yet."
    hint = "Everything before them is kept. Copy the rest, and go on in a new page or in the open journal."


class SealedFullError(KatJournalError):
    """There are as many writings as there may be while the journal is locked."""

    message = "error.sealed-full"
    user_message = "There is no room for more words while the journal is locked."
    hint = "What was kept before is safe. Open the journal once: what was written while locked moves into it."
