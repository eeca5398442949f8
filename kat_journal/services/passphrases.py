"""New passphrases: four words to offer, and the least that protects a journal."""

import secrets
from collections.abc import Sequence

from kat_journal.errors import UnusablePassphraseError

OFFERED_WORDS = 4
LEAST_CHARACTERS = 12


def offer_words(words: Sequence[str]) -> str:
    """Four words drawn at random."""
    return " ".join(secrets.choice(words) for _ in range(OFFERED_WORDS))


def check_new(passphrase: str) -> None:
    """Refuse a new passphrase that would not protect anything.

    Raises:
        UnusablePassphraseError: It has fewer than twelve characters.
    """
    if len(passphrase.strip()) < LEAST_CHARACTERS:
        raise UnusablePassphraseError
