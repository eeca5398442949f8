import re

import msgspec
import pytest

from kat_journal.errors import (
    JournalTooNewError,
    KeysDamagedError,
    NotEnoughMemoryError,
    UnusablePassphraseError,
    WrongPassphraseError,
)
from kat_journal.storage import key_file, keys
from kat_journal.storage.keys import KdfParameters
from tests.storage.making import FAST, PASSPHRASE

SALT = bytes(range(16))
KNOWN_KEY = "87b6293e55ef2bb476813a69ee721b76"
KNOWN_DERIVED = "3cd9cc8ddc466a8738998890e21dbc5e"


@pytest.fixture(scope="module")
def seed():
    return keys.new_seed()


@pytest.fixture(scope="module")
def file(seed):
    return key_file.new_key_file(SALT, bytes(32)).with_slot(seed, PASSPHRASE, FAST)


def resealed(file, **changes):
    """The bytes of a key file with changes and a right checksum, as somebody who knows the format would write it."""
    content = {**msgspec.to_builtins(file), **changes}
    return key_file._canonical({**content, "sha256": key_file._digest(content)})


def test_a_seed_is_130_bits_so_that_it_fits_the_recovery_code():
    seeds = [keys.new_seed() for _ in range(300)]
    assert all(keys.is_seed(seed) for seed in seeds)
    assert {len(seed) for seed in seeds} == {17}
    assert max(int.from_bytes(seed, "big") for seed in seeds).bit_length() == 130
    assert not keys.is_seed(bytes([4]) + bytes(16))
    assert not keys.is_seed(bytes(16))


def test_the_key_of_a_seed_never_changes():
    key = keys.database_key(bytearray(range(1, 18)), SALT)
    assert re.fullmatch(rb"x'[0-9a-f]{96}'", key)
    assert bytes(key[:34]) == b"x'" + KNOWN_KEY.encode()
    assert key[66:98] == SALT.hex().encode()
    with pytest.raises(ValueError, match="hexadecimal"):
        keys.database_key(bytearray(17), SALT[:15])


def test_the_key_of_a_passphrase_never_changes():
    assert keys.derive(PASSPHRASE, SALT, FAST).hex()[:32] == KNOWN_DERIVED


def test_a_passphrase_with_half_a_character_opens_nothing():
    with pytest.raises(WrongPassphraseError) as caught:
        keys.derive("half \ud83d", SALT, FAST)
    assert "half \ud83d" not in str(caught.value)
    with pytest.raises(UnusablePassphraseError):
        keys.check_new_passphrase("half a character \ud83d")


def test_secrets_are_overwritten():
    secret = bytearray(b"secret")
    keys.wipe(secret)
    assert secret == bytes(6)


def test_calibration_raises_passes_until_it_takes_long_enough_and_never_past_ten():
    assert keys.calibrate(FAST, seconds=0.0) == FAST
    assert keys.calibrate(FAST, seconds=60.0) == KdfParameters(8192, 10, 1)
    some = keys.calibrate(FAST, seconds=0.03)
    assert some.iterations >= 1
    assert (some.memory_kib, some.lanes) == (8192, 1)
    assert (keys.USUAL_KDF.memory_kib, keys.USUAL_KDF.iterations, keys.USUAL_KDF.lanes) == (262144, 3, 4)


def test_too_little_memory_is_said_so():
    with pytest.raises(NotEnoughMemoryError):
        keys.derive(PASSPHRASE, SALT, KdfParameters(2**31, 1, 1))


def test_a_key_file_comes_back_and_gives_its_seed(file, seed):
    again = key_file.decode(key_file.encode(file))
    assert again == file
    assert [found for _, found in again.seeds(PASSPHRASE)] == [seed]
    assert list(again.seeds("another passphrase")) == []


def test_every_flipped_bit_of_a_key_file_is_damage_and_never_a_wrong_passphrase(file):
    data = key_file.encode(file)
    for position in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(KeysDamagedError):
            key_file.decode(bytes(flipped))


def test_a_key_file_that_was_cut_or_grew_is_damaged(file):
    data = key_file.encode(file)
    for length in range(len(data)):
        with pytest.raises(KeysDamagedError):
            key_file.decode(data[:length])
    for more in (b" ", b"\n", b"{}", b"\0"):
        with pytest.raises(KeysDamagedError):
            key_file.decode(data + more)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": "1"},
        {"format": None},
        {"magic": "another-program"},
        {"db_salt": "AAAA"},
        {"db_salt": 5},
        {"public_key": "AAAA"},
        {"slots": []},
        {"slots": [{}]},
        {"slots": None},
        {"unheard_of": 1},
    ],
)
def test_a_value_out_of_bounds_is_damage_even_with_a_right_checksum(file, changes):
    with pytest.raises(KeysDamagedError):
        key_file.decode(resealed(file, **changes))


@pytest.mark.parametrize(
    "kdf",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 8191},
        {"iterations": 10**9},
        {"iterations": 0},
        {"lanes": 17},
        {"lanes": 0},
        {"algorithm": "md5"},
        {"memory_kib": 8192.5},
        {"iterations": True},
    ],
)
def test_parameters_that_would_freeze_or_weaken_are_refused_before_any_derivation(file, kdf):
    slot = msgspec.to_builtins(file)["slots"][0]
    with pytest.raises(KeysDamagedError):
        key_file.decode(resealed(file, slots=[{**slot, "kdf": {**slot["kdf"], **kdf}}]))


def test_slots_that_are_too_many_or_together_too_dear_are_refused_before_any_derivation(file):
    slot = msgspec.to_builtins(file)["slots"][0]
    dear = {**slot, "kdf": {**slot["kdf"], "memory_kib": keys.MOST_COST // 40, "iterations": 10}}
    assert len(key_file.decode(resealed(file, slots=[dear] * 4)).slots) == 4
    for slots in ([slot] * 5, [dear, dear, dear, {**dear, "kdf": {**dear["kdf"], "iterations": 11}}]):
        with pytest.raises(KeysDamagedError):
            key_file.decode(resealed(file, slots=slots))


def test_the_dearest_that_is_ever_made_here_can_be_read_twice_over():
    dearest = KdfParameters(keys.USUAL_KDF.memory_kib, 10, 4)
    assert 2 * dearest.cost <= keys.MOST_COST == 10 * dearest.cost


def test_a_newer_key_file_is_said_so(file):
    with pytest.raises(JournalTooNewError):
        key_file.decode(resealed(file, format=2, slots="of another kind"))


@pytest.mark.parametrize("changes", [{"db_salt": bytes(16)}, {"public_key": b"\1" * 32}])
def test_a_slot_opens_only_in_its_own_file(file, changes):
    assert list(msgspec.structs.replace(file, **changes).seeds(PASSPHRASE)) == []


def test_parameters_of_a_slot_cannot_be_exchanged(file):
    slot = file.slots[0]
    for other in (
        msgspec.structs.replace(slot, kdf=KdfParameters(8192, 2, 1)),
        msgspec.structs.replace(slot, salt=bytes(16)),
    ):
        assert list(msgspec.structs.replace(file, slots=(other,)).seeds(PASSPHRASE)) == []


def test_a_pending_slot_is_tried_after_the_active_one(file, seed):
    other = keys.new_seed()
    pending = key_file.new_key_file(SALT, bytes(32)).with_slot(other, PASSPHRASE, FAST, state="pending")
    both = msgspec.structs.replace(pending, slots=(*pending.slots, *file.slots))
    assert [found for _, found in both.seeds(PASSPHRASE)] == [seed, other]


def test_what_is_wrapped_must_be_a_seed(file):
    for wrong in (bytearray(16), bytearray(b"\xff" * 17)):
        broken = key_file.new_key_file(SALT, bytes(32)).with_slot(wrong, PASSPHRASE, FAST)
        with pytest.raises(KeysDamagedError):
            list(broken.seeds(PASSPHRASE))
