"""Files by somebody who means harm: whatever they hold, the small readers refuse them plainly, quickly and in bounds.

Two kinds of harm: pieces cut, swapped, doubled and overwritten, and values of any shape under a checksum that fits.
"""

import hashlib
import random
import sys
from datetime import UTC, datetime

import msgspec
import pytest

from kat_journal.errors import KatJournalError
from kat_journal.storage import backup_manifest, key_file, lock, recovery_code, sealed
from kat_journal.storage.keys import KdfParameters
from tests.torture.numbers import often

TIMES = often(150_000, 3_000)
MOST_MEMORY = 512 * 1024 * 1024
"""More than the tests need; what a hostile length could ask for is far beyond it."""
AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ODD = (
    0, -1, 1 << 31, 1 << 63, 1 << 70, 1e308, True, None, "", "A" * 5000, "\0", "\u202e", [], {}, [[]] * 50,
    {"a": {"a": {}}}, "active", "pending", "argon2id",
)  # fmt: skip


def key_file_bytes() -> bytes:
    keys = key_file.new_key_file(bytes(16), bytes(32))
    return key_file.encode(keys.with_slot(bytearray(17), "copper lantern quiet meadow", KdfParameters(8192, 1, 1)))


def manifest_bytes() -> bytes:
    manifest = backup_manifest.new_manifest(AT, "0" * 16, schema=1, verified=True)
    return backup_manifest.encode(backup_manifest.listed(manifest, [("journal.db", 4096, "0" * 64)]))


PRIVATE = bytes(range(32))


def sealed_bytes() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    public = X25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
    uid = "6f1e2d6c-39a6-4b7e-8d51-0d3b6c0a4f11"
    return sealed.seal(sealed.Writing(saved_at=AT, started_at=AT, text="the heron", uid=uid, zone="UTC"), public)


READERS = {
    "key file": (key_file_bytes, key_file.decode),
    "manifest": (manifest_bytes, backup_manifest.decode),
    "sealed words": (sealed_bytes, lambda data: sealed.unseal(data, PRIVATE)),
    "recovery code": (
        lambda: recovery_code.code_of(bytearray(17)).encode(),
        lambda data: recovery_code.seed_of(data.decode("utf-8", "replace")),
    ),
    "lock file": (lambda: b'{"host":"HERON","user":"sam","since":"2026-11-24T08:00:00Z"}', lock._who),
}


UNSIGNED = ("manifest", "lock file")
"""What a manifest says is proved by the parts that it names, and a lock file proves nothing."""


def harmed(data: bytes, chance: random.Random) -> bytes:
    """One to four harms, one after the other."""
    work = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(work) + 1), chance.choice((1, 1, 2, 8, 40))
        piece = work[at : at + length]
        harm = chance.randrange(5)
        if harm == 0:
            del work[at : at + length]
        elif harm == 1:
            work[at:at] = piece * chance.choice((1, 3))
        elif harm == 2:
            work[at : at + length] = chance.randbytes(length)
        elif harm == 3:
            work[at:at] = chance.choice((b"{", b"[" * 2000, b'"', b"\xff\xfe", b"9" * 400, b"\0", b"-"))
        else:
            other = chance.randrange(len(work) + 1)
            work[at : at + length], work[other : other + length] = work[other : other + length], piece
    return bytes(work)


def outcome(read, data: bytes, right: object, *, signed: bool = True) -> str:
    """What a reader makes of the bytes; anything but a plain refusal or what was written is a fault."""
    try:
        found = read(data)
    except (KatJournalError, sealed.UnreadableError) as error:
        return type(error).__name__
    return "as written" if found == right or not signed else f"read as {found!r}"


@pytest.mark.parametrize("name", READERS)
def test_harmed_bytes_are_refused_or_read_as_they_were_written(name):
    make, read = READERS[name]
    data, chance = make(), random.Random(f"{name} 8")
    right, found = read(data), {}
    for _ in range(TIMES):
        kind = outcome(read, harmed(data, chance), right, signed=name not in UNSIGNED)
        found[kind] = found.get(kind, 0) + 1

    print(f"\n{name}: {found}")
    assert not [kind for kind in found if kind.startswith("read as")]
    assert len(set(found) - {"as written"}) >= 1 or name == "lock file", "nothing was refused, so nothing was harmed"


def places(content: object, way: tuple = ()):
    """Every place in a document, as the way to it."""
    if isinstance(content, dict | list):
        for step in content if isinstance(content, dict) else range(len(content)):
            yield (*way, step)
            yield from places(content[step], (*way, step))


def forged(data: bytes, chance: random.Random) -> bytes:
    """The same document with an odd value somewhere, canonical, under a checksum that fits."""
    content = msgspec.json.decode(data)
    content.pop("sha256", None)
    *way, last = chance.choice(list(places(content)))
    inner = content
    for step in way:
        inner = inner[step]
    inner[last] = chance.choice(ODD)
    if "slots" in content:
        plain = msgspec.json.encode(content, order="sorted")
        content["sha256"] = hashlib.sha256(plain).hexdigest()
    return msgspec.json.encode(content, order="sorted")


@pytest.mark.parametrize("name", ["key file", "manifest"])
def test_a_checksum_that_fits_excuses_no_value_out_of_bounds(name):
    make, read = READERS[name]
    data, chance = make(), random.Random(f"{name} 9")
    assert read(data), "the document without any harm is read"
    for _ in range(TIMES):
        try:
            found = read(forged(data, chance))
        except KatJournalError:
            continue
        if name == "key file":
            assert sum(slot.kdf.cost for slot in found.slots) <= key_file.MOST_COST
            assert all(8192 <= slot.kdf.memory_kib <= 2 * 1024 * 1024 for slot in found.slots)
        else:
            assert all(0 <= member.size < 1 << 63 for member in found.members)


def test_a_forged_document_reaches_the_bounds_behind_the_checksum():
    """The control: the same forging with nothing odd is read."""
    data = key_file_bytes()
    content = msgspec.json.decode(data)
    del content["sha256"]
    again = {**content, "sha256": hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()}

    assert key_file.decode(msgspec.json.encode(again, order="sorted")) == key_file.decode(data)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_no_reader_ever_asked_for_much_memory():
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    for make, read in READERS.values():
        for length in (1 << 20, 8 << 20):
            outcome(read, make() + b"[" * length, None)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) - most

    assert grown < MOST_MEMORY
