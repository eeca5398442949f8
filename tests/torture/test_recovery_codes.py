"""S9: mistakes of every kind in a recovery code. None is ever taken for a code, and none opens anything."""

import random

import pytest

from kat_journal.errors import RecoveryCodeGroupError, RecoveryCodeMistypedError
from kat_journal.storage import recovery_code
from kat_journal.storage.keys import SEED_BITS, SEED_BYTES
from kat_journal.storage.recovery_code import ALPHABET, code_of, seed_of
from tests.torture.numbers import often

TIMES = often(full=200_000, short=2_000)
CODES = often(full=10_000_000, short=50_000)


def some_seed(chance):
    return bytearray(chance.randrange(1 << SEED_BITS).to_bytes(SEED_BYTES, "big"))


def letters_of(seed):
    return list(code_of(seed).replace("-", ""))


def is_whole(letters):
    """What the check says; the search for the wrong group, which names it, comes after and is tested apart."""
    return recovery_code._check([ALPHABET.index(letter) for letter in letters]) == recovery_code._RIGHT


def wrong_symbols(number):
    def mistake(letters, chance):
        for place in chance.sample(range(32), number):
            letters[place] = chance.choice([other for other in ALPHABET if other != letters[place]])

    return mistake


def swapped_neighbours(letters, chance):
    place = chance.randrange(31)
    letters[place : place + 2] = letters[place + 1], letters[place]


def swapped_groups(letters, chance):
    first, second = (slice(4 * group, 4 * group + 4) for group in chance.sample(range(8), 2))
    letters[first], letters[second] = letters[second], letters[first]


MISTAKES = {
    "one wrong symbol": wrong_symbols(1),
    "two wrong symbols": wrong_symbols(2),
    "three wrong symbols": wrong_symbols(3),
    "four wrong symbols": wrong_symbols(4),
    "swapped neighbours": swapped_neighbours,
    "swapped groups": swapped_groups,
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_no_mistake_goes_unseen(kind):
    chance = random.Random(kind)
    unseen = unchanged = 0

    for _ in range(TIMES):
        right = letters_of(some_seed(chance))
        typed = list(right)
        MISTAKES[kind](typed, chance)
        unchanged += typed == right
        unseen += typed != right and is_whole(typed)

    assert is_whole(right)  # the control: the same check takes what was not mistyped
    assert unseen == 0
    assert unchanged < TIMES / 10


def test_no_code_made_up_is_taken_for_one():
    chance = random.Random("made up")

    taken = sum(is_whole(chance.choices(ALPHABET, k=32)) for _ in range(CODES))

    assert taken <= CODES // 100_000_000  # one in a thousand million is the most that thirty bits can promise


def test_the_group_of_a_single_mistake_is_always_the_right_one():
    chance = random.Random("group")
    for _ in range(often(full=5_000, short=50)):
        letters = letters_of(some_seed(chance))
        place = chance.randrange(32)
        letters[place] = chance.choice([other for other in ALPHABET if other != letters[place]])

        with pytest.raises(RecoveryCodeGroupError) as refused:
            seed_of("".join(letters))

        assert refused.value.details == {"group": str(place // 4 + 1)}


def test_no_group_is_blamed_for_two_or_three_mistakes():
    chance = random.Random("blame")
    for _ in range(often(full=5_000, short=50)):
        letters = letters_of(some_seed(chance))
        wrong_symbols(chance.choice([2, 3]))(letters, chance)

        with pytest.raises(RecoveryCodeMistypedError) as refused:
            seed_of("".join(letters))

        assert type(refused.value) is RecoveryCodeMistypedError
