import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kat_journal.domain.replacing import (
    Replacement,
    is_same_name,
    is_usable,
    longer_form,
    look,
    replaced_in,
    replaced_text,
)

ANNA = Replacement("Anna", "my partner")
LETTERS = "abAB\u00e9e\u0301\u00df\u03a3\u5b89\u30a2\uc548"
"""Of names: with case, with marks, and of scripts without spaces."""

NAMES = st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=4, unique=True)
TEXTS = st.text(LETTERS + " \n\u00a0\u00ad'\u2019.-x7", max_size=30)


def leaves(text, *replacements):
    return replaced_text(text, look(text, replacements).spans)


def listed(names):
    """A list whose texts hold no name."""
    return [one for at, name in enumerate(names) if is_usable(one := Replacement(name, f"#{at}", as_written=False))]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Anna came, and ANNA and anna", "my partner came, and my partner and my partner"),
        (
            "Anna's, Anna\u2019s, d'Anna, (Anna), _Anna_",
            "my partner's, my partner\u2019s, d'my partner, (my partner), _my partner_",
        ),
        ("Anna-Lena", "my partner-Lena"),
        ("Annabel, Hanna, Annas, Anna2, Anna\u0308", "Annabel, Hanna, Annas, Anna2, Anna\u0308"),
        ("\uff21\uff4e\uff4e\uff41, An\u00adna, \u202eAnna\u202c", "my partner, my partner, \u202emy partner\u202c"),
        ("\u548cAnna\u53bb", "\u548cmy partner\u53bb"),
        ("Anna\u200d\u0301", "Anna\u200d\u0301"),
        ("\u0301Anna", "\u0301Anna"),
        ("", ""),
    ],
)
def test_a_name_is_found_as_a_whole_word_however_it_is_written(words, shown):
    assert leaves(words, ANNA) == shown


@pytest.mark.parametrize(
    ("name", "words", "shown"),
    [
        ("\u5b89\u5a1c", "\u738b\u5b89\u5a1c\u6765\u4e86", "\u738bX\u6765\u4e86"),
        ("\u30a2\u30f3\u30ca", "\u30a2\u30f3\u30ca\u3055\u3093 \uff71\uff9d\uff85", "X\u3055\u3093 X"),
        ("\u30ac", "\uff76\uff9e", "X"),
        ("\u30ab", "\uff76\uff9e", "\uff76\uff9e"),
        ("\uc548\ub098", "\uc548\ub098\ub294", "X\ub294"),
        ("\uc548\ub098", unicodedata.normalize("NFD", "\uc548\ub098\ub294"), unicodedata.normalize("NFD", "X\ub294")),
        (
            "\u0e2d\u0e31\u0e19\u0e19\u0e32",
            "\u0e09\u0e31\u0e19\u0e01\u0e31\u0e1a\u0e2d\u0e31\u0e19\u0e19\u0e32",
            "\u0e09\u0e31\u0e19\u0e01\u0e31\u0e1aX",
        ),
    ],
)
def test_where_words_have_no_ends_a_name_is_found_by_its_letters(name, words, shown):
    assert leaves(words, Replacement(name, "X")) == shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Zo\u00eb", "Zoe\u0308"),
        ("Zoe\u0308", "ZO\u00cb"),
        ("Strau\u00df", "STRAUSS"),
        ("O'Brien", "o\u2019brien"),
        ("Anna-Lena", "Anna\u2011Lena"),
        ("Anna Bell", "Anna  Bell"),
        ("Anna Bell", "Anna\nBell"),
        ("Anna Bell", "ANNA\u00a0bell"),
        ("  Anna Bell ", "Anna Bell"),
    ],
)
def test_another_form_of_a_name_is_the_same_name(name, words):
    assert leaves(words, Replacement(name, "X")) == "X"
    assert is_same_name(name, words)


def test_a_name_that_is_a_word_can_keep_its_capitals():
    will = Replacement("Will", "W.", as_written=True)
    assert leaves("Will said he will. WILL! W\u00adill", will) == "W. said he will. WILL! W."
    assert leaves("will, Will", Replacement("will", "w"), will) == "w, W."


def test_the_longest_name_goes_first_and_nothing_is_replaced_twice():
    chain = (Replacement("Anna Bell", "Bo"), Replacement("Anna", "Bell"), Replacement("Bell", "Anna"))
    assert leaves("Anna Bell, Anna, Bell", *chain) == "Bo, Bell, Anna"
    assert leaves("Anna Bell Carr", ANNA, Replacement("Bell Carr", "C."), Replacement("Anna Bell", "B.")) == "B. Carr"


def test_a_longer_word_that_holds_a_name_is_named_and_stays():
    seen = look("Annas, Annabel! Annas; Anna Bellini, Hanna", (ANNA, Replacement("Anna Bell", "B.")))
    assert seen.longer == ("Annas", "Annabel", "Bellini", "Hanna")
    assert look("Joanna Bell", (Replacement("Anna", "A."), Replacement("Joanna Bell", "J."))).longer == ()


@pytest.mark.parametrize(("name", "instead"), [("", "x"), (" ", "x"), ("...", "x"), ("\u00ad", "x"), ("Anna", " ")])
def test_what_cannot_be_found_or_would_leave_nothing_is_of_no_use(name, instead):
    useless = Replacement(name, instead)
    assert not is_usable(useless)
    assert leaves("Anna ... \u00ad x", useless) == "Anna ... \u00ad x"
    assert is_usable(ANNA)


@given(NAMES, TEXTS)
def test_no_name_survives_as_a_whole_word_and_a_second_time_changes_nothing(names, words):
    once = leaves(words, *listed(names))
    assert look(once, listed(names)).spans == ()
    assert leaves(once, *listed(names)) == once


@given(NAMES, TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_list_is_of_no_matter(names, words, random):
    given_order = listed(names)
    other = random.sample(given_order, len(given_order))
    assert look(words, other) == look(words, given_order)


@given(NAMES, TEXTS)
def test_a_decomposed_text_is_replaced_at_the_same_places(names, words):
    def shown(form):
        return unicodedata.normalize("NFC", leaves(unicodedata.normalize(form, words), *listed(names)))

    assert shown("NFD") == shown("NFC")


@given(st.text(), st.text(), st.sampled_from(["Quax", "QUAX", "quax"]))
def test_whatever_stands_around_a_name_stays_byte_for_byte(before, after, name):
    assume("quax" not in unicodedata.normalize("NFKC", f"{before} {after}").casefold().replace("\u00ad", ""))
    assume(not look(f"{before} {after}", [Replacement("Quax", "x")]).spans)
    assert leaves(f"{before} {name} {after}", Replacement("Quax", "Q.")) == f"{before} Q. {after}"
    assert leaves(f"{before} {after}", Replacement("Quax", "Q.")) == f"{before} {after}"


@given(st.text("annAN -'.1_\n"))
def test_plain_letters_are_found_as_a_plain_search_finds_them(words):
    expected = re.sub(r"(?<![A-Za-z0-9])anna(?![A-Za-z0-9])", "@", words, flags=re.IGNORECASE)
    assert leaves(words, Replacement("Anna", "@")) == expected


def test_the_names_that_a_text_holds_are_told_in_the_order_of_the_list():
    bell, will = Replacement("Anna Bell", "B."), Replacement("Will", "W.", as_written=True)
    assert replaced_in("ANNA  bell and will, Annas", (ANNA, will, bell)) == (bell,)
    assert replaced_in("Will, Will and anna", (ANNA, will, bell)) == (ANNA, will)
    assert replaced_in("", (ANNA,)) == ()


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Annas", Replacement("Annas", "my partner")),
        ("Wills", Replacement("Wills", "W.", as_written=True)),
        ("wills", None),
        ("Bells", Replacement("Anna Bells", "B.")),
        ("Johanna", Replacement("Johanna", "my partner")),
        ("Annalenas", Replacement("Annalenas", "L.")),
        ("Anna", None),
        ("Otto", None),
    ],
)
def test_a_longer_word_can_be_put_on_the_list_with_what_stands_for_the_name_in_it(word, form):
    names = (ANNA, Replacement("Will", "W.", as_written=True), Replacement("Anna Bell", "B."))
    assert longer_form(word, (*names, Replacement("Annalena", "L."))) == form


@given(NAMES, TEXTS)
def test_once_its_longer_forms_are_on_the_list_a_name_stays_in_no_word(names, words):
    kept = listed(names)
    for word in look(words, kept).longer:
        form = longer_form(word, kept)
        assert form is not None
        kept.append(form)
    assert look(words, kept).longer == ()
