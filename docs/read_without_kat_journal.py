"""Prints what is written in a journal, without KAT Journal. Needs Python 3.11 and the package ``cryptography``.

    python read_without_kat_journal.py JOURNAL [--code] [--passphrase-fd NUMBER]

JOURNAL is the folder with journal.db, or a backup (.kjbackup). The passphrase, or with --code the recovery code, is
asked for; --passphrase-fd reads it from an open file descriptor instead. Nothing is written to any disk: what is
decrypted stays in memory, and what is printed goes wherever you send it. docs/file-format.md explains each step.
"""

import argparse
import getpass
import hashlib
import hmac
import json
import os
import sqlite3
import sys
import unicodedata
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PAGE, IV, MAC, SALT = 4096, 16, 64, 16
NAMES = ("journal.db", "journal.db-journal", "keys.json", "keys.json.bak")
SYMBOLS = str.maketrans("OILJKMNPQRSTVWXYZ", "011IJKLMNOPQRSTUV")  # Crockford's digits to those of int()
BOUND = ("db_salt", "format", "kdf", "kind", "magic", "public_key", "salt")
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
ANSWERS = """SELECT r.day, r.trashed_at, s.json, a.item_id, a.text, a.number, a.detail, a.note, a.skipped
    FROM answer a JOIN response r ON r.id = a.response_id JOIN form_snapshot s ON s.digest = r.form_digest
    ORDER BY r.day, r.started_at, r.id, a.id"""


def parts_of(path: Path) -> dict[str, bytes]:
    """The files of a journal, from its folder or from a backup."""
    if path.is_dir():
        return {name: (path / name).read_bytes() for name in NAMES if (path / name).is_file()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in NAMES if name in archive.namelist()}


def seeds_of(parts: dict[str, bytes], passphrase: str) -> Iterator[bytes]:
    """What the passphrase unwraps from whichever key file is whole."""
    secret = unicodedata.normalize("NFC", passphrase).encode()
    for data in (parts.get(name, b"") for name in ("keys.json", "keys.json.bak")):
        try:
            keys = json.loads(data)
            whole = keys.pop("sha256") == hashlib.sha256(CANONICAL.encode(keys).encode()).hexdigest()
        except (ValueError, KeyError):
            continue
        for slot in sorted(keys["slots"], key=lambda slot: slot["state"]) if whole else ():  # active, then pending
            kdf, (salt, nonce, wrapped) = slot["kdf"], (b64decode(slot[name]) for name in ("salt", "nonce", "wrapped"))
            cost = {"iterations": kdf["iterations"], "lanes": kdf["lanes"], "memory_cost": kdf["memory_kib"]}
            key = Argon2id(salt=salt, length=32, **cost).derive(secret)
            with suppress(InvalidTag):
                bound = {name: value for name, value in (keys | slot).items() if name in BOUND}
                yield AESGCM(key).decrypt(nonce, wrapped, CANONICAL.encode(bound).encode())


def seed_in(code: str) -> bytes:
    """The seed that a recovery code says; its last six symbols only guard against mistakes in typing."""
    plain = "".join(code.upper().split()).replace("-", "").translate(SYMBOLS)
    if len(plain) != 32 or not plain.isalnum():
        sys.exit("A recovery code has eight groups of four letters and numbers.")
    return int(plain[:26], 32).to_bytes(17, "big")


def rolled_back(data: bytes, journal: bytes) -> bytes:
    """Undo a change that was cut off: SQLite's rollback journal holds the pages as they were before it."""
    pages, at = bytearray(data), 0
    while journal[at : at + 8] == bytes.fromhex("d9d505f920a163d7"):
        count, nonce, before, sector = (int.from_bytes(journal[at + n : at + n + 4], "big") for n in (8, 12, 16, 20))
        del pages[before * PAGE :]
        at += sector
        for _ in range(count if count < 0xFFFFFFFF else len(journal) // (PAGE + 8)):
            page = journal[at + 4 : at + 4 + PAGE]
            number, check = (int.from_bytes(journal[n : n + 4], "big") for n in (at, at + 4 + PAGE))
            if len(page) < PAGE or check != (nonce + sum(page[n] for n in range(PAGE - 200, 0, -200))) & 0xFFFFFFFF:
                return bytes(pages)
            pages[(number - 1) * PAGE : number * PAGE] = page
            at += PAGE + 8
        at = -(-at // sector) * sector
    return bytes(pages)


def decrypted(data: bytes, seed: bytes) -> bytes | None:
    """The plain SQLite file, in memory; None where this seed is not its own."""
    key = HKDF(algorithm=SHA512(), length=32, salt=None, info=b"kjournal/v1/sqlcipher-key").derive(seed)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in data[:SALT]), 2, 32)
    plain, damaged = [], []
    for number in range(1, len(data) // PAGE + 1):
        page = data[(number - 1) * PAGE : number * PAGE]
        words, iv, mac = page[SALT if number == 1 else 0 : -IV - MAC], page[-IV - MAC : -MAC], page[-MAC:]
        if hmac.digest(mac_key, words + iv + number.to_bytes(4, "little"), "sha512") == mac:
            clear = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(words)
        else:
            clear = bytes(len(words))
            damaged.append(number)
        plain.append((b"SQLite format 3\0" if number == 1 else b"") + clear + bytes(IV + MAC))
    if 1 in damaged:
        return None
    if damaged:
        sys.stderr.write(f"Pages that are not as they were written: {damaged}\n")
    return b"".join(plain)


def said(item: dict, text: str, number: float | None, detail: str | None, note: str, skipped: int) -> Iterator[str]:
    """An answer as a person would read it."""
    chosen = json.loads(detail or "{}").get("options") or ()
    points = {point["value"]: point["text"] for point in (item.get("scale") or {}).get("points", ())}
    options = {option["id"]: option["text"] for option in item.get("options") or ()}
    yield from ["(skipped)"] * skipped
    yield from [f"{number:g} {points.get(number, item.get('unit') or '')}".rstrip()] if number is not None else []
    yield from (options.get(one, one) for one in chosen)
    yield from (words for words in (text, note) if words)


def main() -> None:
    """Print every answer with its question and its day."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("journal", type=Path)
    parser.add_argument("--code", action="store_true", help="open it with the recovery code")
    parser.add_argument("--passphrase-fd", type=int, help="read the passphrase or code from this file descriptor")
    wanted = parser.parse_args()
    if wanted.passphrase_fd is None:
        secret = getpass.getpass("Recovery code: " if wanted.code else "Passphrase: ")
    else:
        secret = os.fdopen(wanted.passphrase_fd, encoding="utf-8").readline().rstrip("\n")
    parts = parts_of(wanted.journal)
    data = rolled_back(parts.get("journal.db", b""), parts.get("journal.db-journal", b""))
    seeds = [seed_in(secret)] if wanted.code else seeds_of(parts, secret)
    plain = next(filter(None, (decrypted(data, seed) for seed in seeds)), None)
    if plain is None:
        sys.exit("Nothing here opens with that. Nothing was changed.")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(plain)
    for day, binned, form, item_id, *answer in connection.execute(ANSWERS):
        item = next((one for one in json.loads(form)["items"] if one["id"] == item_id), {"ask": item_id})
        heading = f"{day}  {item['ask'] or item_id}{'  (in the bin)' if binned else ''}"
        sys.stdout.write("\n".join((heading, *said(item, *answer))) + "\n\n")


if __name__ == "__main__":
    main()
