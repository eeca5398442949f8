import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.content.wordlist import load_words
from kat_journal.errors import CommonPassphraseError, UnusablePassphraseError
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.passphrases import Strength, check_new, offer_words, strength
from kat_journal.storage.keys import SHORTEST_PASSPHRASE

WORDS = [f"word{number}" for number in range(1000)]


def test_four_words_of_the_list_are_offered():
    offered = offer_words(WORDS).split(" ")

    assert len(set(offered)) == 4
    assert set(offered) <= set(WORDS)


def test_no_two_offers_are_the_same():
    assert len({offer_words(WORDS) for _ in range(20)}) == 20


@pytest.mark.parametrize("passphrase", ["", "short", "x" * (SHORTEST_PASSPHRASE - 1), " " * 20, "  eleven char  "])
def test_a_passphrase_that_protects_nothing_is_refused(passphrase):
    with pytest.raises(UnusablePassphraseError):
        check_new(passphrase)


def test_a_passphrase_is_measured_as_it_is_derived_from():
    with pytest.raises(UnusablePassphraseError):
        check_new(unicodedata.normalize("NFD", "\u00e9\u00e8\u00ea\u00eb\u00f1\u00f6"))


@pytest.mark.parametrize(
    "passphrase",
    [
        "four plain words here",
        PASSPHRASE,
        "kfjwuqpzmxnb",
        "\u0439\u0446\u0443 \u0434\u043e\u0436\u0434\u044c \u043b\u0438\u0441\u0442",
    ],
)
def test_a_passphrase_that_nobody_tries_first_is_taken_as_it_is(passphrase):
    check_new(passphrase)


@pytest.mark.parametrize(
    "passphrase",
    [
        *("password1234", "PasswordPassword", "p@ssw0rd1234", "123456789012", "qwertyuiopasdf", "1qaz2wsx3edc"),
        *("iloveyouforever", "liverpool2010", "christopher1", "administrator", "x" * 12, "abcabcabcabc", "k" * 300),
        *("\U0001f600" * 12, "12345678" * 12, "  letmein12345  "),
    ],
)
def test_what_is_tried_first_is_refused_and_called_weak(passphrase):
    with pytest.raises(CommonPassphraseError):
        check_new(passphrase)
    assert strength(passphrase) is Strength.WEAK


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("short", Strength.WEAK),
        ("gibraltar shrimp", Strength.FAIR),
        ("kfjwuqpzmxnb", Strength.GOOD),
        ("quiet river amber window", Strength.STRONG),
        ("k" * 100 + " quiet river amber window", Strength.STRONG),
        ("quiet river amber window " + "k" * 100, Strength.STRONG),
    ],
)
def test_how_hard_it_is_to_guess_has_a_name(passphrase, expected):
    assert strength(passphrase) is expected


def test_every_four_words_that_are_offered_are_good_and_nearly_all_are_strong(resources):
    words = load_words(resources)

    found = [strength(offer_words(words)) for _ in range(100)]

    assert set(found) <= {Strength.GOOD, Strength.STRONG}
    assert found.count(Strength.STRONG) > 90


@given(
    st.text(max_size=120)
    | st.text("aeiost4@8({[<369&#!1/|0$5+7%2", max_size=120)
    | st.text("\u0130\u0149\u00df1a", max_size=40)
)
def test_whatever_is_typed_has_a_strength_and_the_weak_are_those_that_are_refused(typed):
    try:
        check_new(typed)
    except UnusablePassphraseError:
        assert strength(typed) is Strength.WEAK
    else:
        assert strength(typed) is not Strength.WEAK


def test_signs_that_can_be_read_in_many_ways_are_estimated_all_the_same():
    assert strength("4@8({[<369&#!1/|0$5+7%2/" * 3) is Strength.GOOD


def test_the_lists_of_words_are_read_only_when_a_passphrase_is_made():
    code = "import sys, kat_journal.services.passphrases; sys.exit('zxcvbn' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
