"""The recovery code says its seed however it is typed, and a mistyped one says so before anything is tried."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.errors import RecoveryCodeGroupError, RecoveryCodeLengthError, RecoveryCodeMistypedError
from kat_journal.storage.keys import SEED_BITS, SEED_BYTES, is_seed
from kat_journal.storage.recovery_code import ALPHABET, code_of, is_same_group, seed_of

KNOWN_SEED = bytearray((0x0123456789ABCDEF << 66).to_bytes(SEED_BYTES, "big"))
KNOWN_CODE = "04HM-ASW9-NF6Y-Y000-0000-0000-005J-KNFA"

seeds = st.integers(0, 2**SEED_BITS - 1).map(lambda number: bytearray(number.to_bytes(SEED_BYTES, "big")))
places = st.integers(0, 31)


def letters_of(seed):
    return code_of(seed).replace("-", "")


def refusal(code):
    with pytest.raises(RecoveryCodeMistypedError) as refused:
        seed_of(code)
    return refused.value


@given(seeds)
def test_a_code_says_its_seed(seed):
    code = code_of(seed)

    assert [len(group) for group in code.split("-")] == [4] * 8
    assert set(code) <= {*ALPHABET, "-"}
    assert seed_of(code) == seed
    assert is_seed(seed_of(code))


def test_the_code_of_a_seed_never_changes():
    assert code_of(KNOWN_SEED) == KNOWN_CODE
    assert seed_of(KNOWN_CODE) == KNOWN_SEED


@given(seeds, st.lists(st.sampled_from(["", " ", "-", " - ", "\u2013", "\u00a0", "\t", "\u200b", "\n"]), min_size=33))
def test_a_code_is_read_however_it_is_spaced(seed, between):
    typed = "".join(space + letter for space, letter in zip(between, letters_of(seed) + "\n", strict=False))

    assert seed_of(typed) == seed


@given(seeds, st.randoms(use_true_random=False))
def test_letters_that_look_like_numbers_are_read_as_those(seed, random):
    looks = {"0": "0oO", "1": "1iIlL"}
    typed = "".join(random.choice(looks.get(letter, letter + letter.lower())) for letter in code_of(seed))

    assert seed_of(typed) == seed


@given(seeds, places, st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_seen_and_its_group_is_named(seed, place, other):
    letters = letters_of(seed)
    wrong = letters[:place] + other + letters[place + 1 :]
    if wrong == letters:
        assert seed_of(wrong) == seed
        return

    refused = refusal(wrong)

    assert isinstance(refused, RecoveryCodeGroupError)
    assert refused.details == {"group": str(place // 4 + 1)}


@given(seeds, st.dictionaries(places, st.integers(1, 31), min_size=2, max_size=3))
def test_two_or_three_wrong_symbols_are_seen_and_no_group_is_named(seed, mistakes):
    letters = list(letters_of(seed))
    for place, by in mistakes.items():
        letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + by) % 32]

    assert type(refusal("".join(letters))) is RecoveryCodeMistypedError


@given(seeds, st.integers(0, 30))
def test_swapped_neighbours_are_seen(seed, place):
    letters = letters_of(seed)
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if swapped != letters:
        assert type(refusal(swapped)) is RecoveryCodeMistypedError


@given(seeds, st.sampled_from(list(combinations(range(8), 2))))
def test_swapped_groups_are_seen(seed, places):
    groups = code_of(seed).split("-")
    swapped = list(groups)
    for place, other in zip(places, reversed(places), strict=True):
        swapped[place] = groups[other]
    if swapped != groups:
        refusal("-".join(swapped))


@pytest.mark.parametrize(
    ("code", "groups"),
    [
        ("", 0),
        (KNOWN_CODE[:4], 1),
        (KNOWN_CODE[:-5], 7),
        (KNOWN_CODE + "-0000", 9),
        (KNOWN_CODE.replace("-", "")[:20], 5),
        (KNOWN_CODE + KNOWN_CODE, 15),
    ],
)
def test_a_code_of_another_length_says_how_many_groups_were_typed(messages, code, groups):
    refused = refusal(code)

    assert isinstance(refused, RecoveryCodeLengthError)
    assert messages.get(refused.message, **refused.details).endswith(f"typed here is {groups}.")


@pytest.mark.parametrize(
    ("code", "group"),
    [
        (KNOWN_CODE[:-1], "8"),
        (KNOWN_CODE.replace("ASW9", "ASW"), "2"),
        (KNOWN_CODE.replace("ASW9", "ASWW9"), "2"),
        (KNOWN_CODE.replace("04HM", "U4HM"), "1"),
        (KNOWN_CODE.replace("NF6Y", "N???"), "3"),
        (KNOWN_CODE.replace("NF6Y", "N\ud8006Y"), "3"),
    ],
)
def test_a_group_with_a_letter_too_many_too_few_or_of_another_kind_is_named(messages, code, group):
    refused = refusal(code)

    assert isinstance(refused, RecoveryCodeGroupError)
    assert f"in group {group} of" in messages.get(refused.message, **refused.details)


@pytest.mark.parametrize(
    "code",
    [
        KNOWN_CODE.replace("-", "")[:-1],
        KNOWN_CODE.replace("04HM", "04H").replace("ASW9", "ASW"),
        KNOWN_CODE.replace("04HM", "U4HM").replace("ASW9", "USW9"),
        "-".join(["0000"] * 8),
    ],
)
def test_where_the_group_cannot_be_told_none_is_named(code):
    assert type(refusal(code)) is RecoveryCodeMistypedError


@given(st.text())
def test_no_other_words_are_ever_taken_for_a_code(words):
    refusal(words)


@given(seeds, st.integers(0, 7))
def test_a_group_that_is_typed_back_may_be_typed_as_people_type(seed, place):
    group = code_of(seed).split("-")[place]

    assert is_same_group(f" {group.lower()[:2]}-{group.lower()[2:].replace('0', 'o')} ", group)
    assert not is_same_group(group[:3], group)
    assert not is_same_group("", group)
    assert not is_same_group("?" + group[1:], group)
