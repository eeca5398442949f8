import pytest

from kat_journal.errors import UnusablePassphraseError
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.passphrases import LEAST_CHARACTERS, check_new, offer_words

WORDS = [f"word{number}" for number in range(1000)]


def test_four_words_of_the_list_are_offered():
    offered = offer_words(WORDS).split(" ")

    assert len(offered) == 4
    assert set(offered) <= set(WORDS)


def test_no_two_offers_are_the_same():
    assert len({offer_words(WORDS) for _ in range(20)}) == 20


@pytest.mark.parametrize("passphrase", ["", "short", "x" * (LEAST_CHARACTERS - 1), " " * 20, "  eleven char  "])
def test_a_passphrase_that_protects_nothing_is_refused(passphrase):
    with pytest.raises(UnusablePassphraseError):
        check_new(passphrase)


@pytest.mark.parametrize("passphrase", ["x" * LEAST_CHARACTERS, "four plain words here", PASSPHRASE])
def test_a_long_passphrase_is_taken_as_it_is(passphrase):
    check_new(passphrase)
