"""Words written while locked: the right private key gives them back whole, and nothing else gives anything."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.ids import new_uid
from kat_journal.errors import CannotSealError
from kat_journal.storage.sealed import (
    BLOCK,
    LARGEST,
    MAGIC,
    MOST_TEXT,
    UnreadableError,
    Writing,
    fitting,
    is_uid,
    seal,
    unseal,
)
from kat_journal.storage.values import clean
from tests.storage.making import NOW

ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1, max_size=200)
HEADER = len(MAGIC) + 32 + 12
TAG = 16


@dataclass(frozen=True)
class Pair:
    private: bytes
    public: bytes


def new_pair():
    private = X25519PrivateKey.generate()
    return Pair(private.private_bytes_raw(), private.public_key().public_bytes_raw())


KEYS = new_pair()


def writing(text="The ceiling was the sea.", **more):
    values = {"uid": new_uid(), "started_at": NOW, "saved_at": NOW, "zone": "Europe/London"} | more
    return Writing(text=text, **values)


@given(text=ANYTHING)
def test_any_text_comes_back(text):
    one = writing(clean(text))

    assert unseal(seal(one, KEYS.public), KEYS.private) == one


@pytest.mark.parametrize("text", ["\0", "a\0b", "\u200fשלום", "مرحبا", "\ufeff", "👩‍👩‍👧", "\x1b[31m", "\ufffd"])
def test_texts_that_others_stumble_over_come_back(text):
    assert unseal(seal(writing(text), KEYS.public), bytearray(KEYS.private)).text == text


@given(text=ANYTHING)
def test_the_length_tells_no_more_than_its_block(text):
    assert (len(seal(writing(clean(text)), KEYS.public)) - HEADER - TAG) % BLOCK == 0


def test_a_word_more_does_not_show_in_the_length():
    assert len(seal(writing("no"), KEYS.public)) == len(seal(writing("yes, and more"), KEYS.public))


def test_each_save_has_a_key_and_a_nonce_of_its_own():
    one = writing()
    saves = [seal(one, KEYS.public) for _ in range(20)]

    assert len({save[len(MAGIC) : HEADER - 12] for save in saves}) == 20
    assert len({save[HEADER - 12 : HEADER] for save in saves}) == 20


def test_every_flipped_bit_of_every_byte_is_noticed():
    data = seal(writing(), KEYS.public)
    assert unseal(data, KEYS.private).text

    for place in range(len(data)):
        for bit in (0x01, 0x80):
            changed = bytearray(data)
            changed[place] ^= bit
            with pytest.raises(UnreadableError):
                unseal(bytes(changed), KEYS.private)


def test_every_shorter_file_is_noticed():
    data = seal(writing(), KEYS.public)

    for length in range(len(data)):
        with pytest.raises(UnreadableError):
            unseal(data[:length], KEYS.private)


@given(garbage=st.binary(max_size=400), with_magic=st.booleans())
def test_garbage_is_no_writing(garbage, with_magic):
    with pytest.raises(UnreadableError):
        unseal(MAGIC + garbage if with_magic else garbage, KEYS.private)


def test_another_journals_key_does_not_open_it():
    with pytest.raises(UnreadableError):
        unseal(seal(writing(), KEYS.public), new_pair().private)


def test_without_a_private_key_nothing_opens():
    with pytest.raises(UnreadableError):
        unseal(seal(writing(), KEYS.public), b"")


@pytest.mark.parametrize("key", [bytes(32), b"short"])
def test_nothing_is_sealed_to_what_is_no_key(key):
    with pytest.raises(CannotSealError):
        seal(writing(), key)


def test_a_file_with_a_weak_point_as_its_key_is_refused():
    data = bytearray(seal(writing(), KEYS.public))
    data[len(MAGIC) : len(MAGIC) + 32] = bytes(32)

    with pytest.raises(UnreadableError):
        unseal(bytes(data), KEYS.private)


@pytest.mark.parametrize(
    "change",
    [
        {"uid": "../../journal"},
        {"uid": "6fa459ea-ee8a-3ca4-894e-db77e160355e"},
        {"zone": "x" * 65},
        {"text": ""},
        {"text": "x" * (MOST_TEXT + 1)},
        {"started_at": datetime(1, 1, 1, tzinfo=UTC)},
        {"saved_at": datetime(9999, 12, 31, tzinfo=timezone(timedelta(hours=-12)))},
        {"started_at": NOW.replace(tzinfo=None)},
    ],
)
def test_what_is_out_of_bounds_is_unreadable_although_it_was_sealed_to_this_journal(change):
    strange = msgspec.structs.replace(writing(), **change)

    with pytest.raises(UnreadableError):
        unseal(seal(strange, KEYS.public), KEYS.private)


def test_instants_of_other_zones_are_read_in_utc():
    there = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))

    read = unseal(seal(writing(started_at=there, saved_at=there), KEYS.public), KEYS.private)

    assert (read.started_at, read.started_at.tzinfo) == (NOW, UTC)


@given(text=ANYTHING)
def test_a_text_that_fits_stays_whole(text):
    assert fitting(clean(text)) == clean(text)


@pytest.mark.parametrize("letter", ["a", "é", "語", "🌊"])
def test_a_text_that_is_too_long_keeps_its_beginning_in_whole_letters(letter):
    kept = fitting(letter * MOST_TEXT)

    assert kept == letter * (MOST_TEXT // len(letter.encode()))


def test_the_largest_writing_is_not_too_large_to_be_read():
    assert len(seal(writing("\x01" * MOST_TEXT), KEYS.public)) < LARGEST


def test_a_uid_is_one_as_we_make_them():
    assert is_uid(new_uid())
    for name in ("", "x", "6FA459EA-EE8A-4CA4-894E-DB77E160355E", "6fa459ea-ee8a-4ca4-894e-db77e160355e\n"):
        assert not is_uid(name)
