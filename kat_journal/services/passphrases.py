"""New passphrases: four words to offer, the least that protects a journal, and how hard one is to guess."""

import secrets
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from kat_journal.errors import CommonPassphraseError, UnusablePassphraseError
from kat_journal.storage.keys import SHORTEST_PASSPHRASE
from kat_journal.storage.values import clean

OFFERED_WORDS = 4

_LONGEST_PART = 40
"""Of what is estimated: its time grows much faster than the length."""

_LOOKALIKES = frozenset("@({[<&#!/|$+%0123456789")
_MOST_LOOKALIKES = 10
"""Of different signs that may stand for letters: each further one doubles the time."""


class Strength(StrEnum):
    """How long guessing would take somebody who has the files and one good graphics card, some 450 tries a second."""

    WEAK = "weak"
    """Days or less; too short, or like what is tried first. Such a one is refused."""

    FAIR = "fair"
    """Weeks to a few years."""

    GOOD = "good"
    """Tens or hundreds of years."""

    STRONG = "strong"
    """So many that more make no difference; the four words that are offered take thousands."""


_UP_TO = ((1e8, Strength.WEAK), (1e11, Strength.FAIR), (1e13, Strength.GOOD))
"""Guesses, and what fewer than these are called."""


def offer_words(words: Sequence[str]) -> str:
    """Four different words drawn at random."""
    return " ".join(secrets.SystemRandom().sample(words, OFFERED_WORDS))


def check_new(passphrase: str) -> None:
    """Refuse a new passphrase that would not protect anything. Takes some milliseconds, the first time a few more.

    Raises:
        UnusablePassphraseError: It has fewer than twelve characters, or holds half of one.
        CommonPassphraseError: It is made of what is tried first: common passwords, names, years, keys in a row.
    """
    if _is_unusable(passphrase):
        raise UnusablePassphraseError("too short, or half a character")
    if _guesses(passphrase) < _UP_TO[0][0]:
        raise CommonPassphraseError("guessed soon")


def strength(passphrase: str) -> Strength:
    """How hard it is to guess, for a word beside the field while it is typed."""
    if _is_unusable(passphrase):
        return Strength.WEAK
    guesses = _guesses(passphrase)
    return next((name for limit, name in _UP_TO if guesses < limit), Strength.STRONG)


def _is_unusable(passphrase: str) -> bool:
    whole = unicodedata.normalize("NFC", passphrase).strip()
    return len(whole) < SHORTEST_PASSPHRASE or clean(passphrase) != passphrase


def _guesses(passphrase: str) -> float:
    """How many guesses it takes, about; a long one is at least as hard as its beginning, and as its end."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words are read when the first passphrase is made

    whole = unicodedata.normalize("NFC", passphrase).strip()
    parts = {whole[:_LONGEST_PART], whole[-_LONGEST_PART:]}
    return max(float(zxcvbn(_fewer_signs(part))["guesses"]) for part in parts)


def _fewer_signs(part: str) -> str:
    """Without those signs whose many readings would take minutes; it is easier to guess so, if anything."""
    signs = list(dict.fromkeys(sign for sign in part if sign in _LOOKALIKES))
    return "".join(letter for letter in part if letter not in signs[_MOST_LOOKALIKES:])
