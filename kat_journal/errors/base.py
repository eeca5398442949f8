"""What every error of the program is."""

from collections.abc import Mapping


class KatJournalError(Exception):
    """Something the program expects to go wrong, and can say in one plain sentence.

    The exception's own text is for the log: it never holds anything that a person wrote.

    Attributes:
        message: Key of the sentence in the message catalogue.
        user_message: The sentence in English, for when no catalogue is at hand.
        hint: What the person can do next, in English.
        details: What fills the names in its sentence, such as ``{who}``; never anything that a person wrote.
    """

    message = "error.unexpected"
    user_message = "Something went wrong."
    hint = "Your journal is as it was. Please try again."

    def __init__(self, *codes: object, details: Mapping[str, str] | None = None) -> None:
        super().__init__(*codes)
        self.details = dict(details or {})
