"""Opens the pages of a journal file without SQLCipher, as somebody would who holds the key: all that is in them."""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80  # at the end of each page: 16 bytes IV, 64 bytes HMAC
SALT = 16


def decrypted_pages(path, key):
    """The bytes of every page; ``key`` is what SQLCipher was given: ``x'`` and 96 hexadecimal digits."""
    raw, salt = bytes.fromhex(key[2:66].decode()), bytes.fromhex(key[66:98].decode())
    mac_key = hashlib.pbkdf2_hmac("sha512", raw, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    data = path.read_bytes()
    assert data[:SALT] == salt
    assert len(data) % PAGE == 0
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    return b"".join(_page(page, number, raw, mac_key) for number, page in enumerate(pages, start=1))


def _page(page, number, raw, mac_key):
    if not any(page):  # free as soon as it was there: SQLite made room for it and never wrote it
        return b""
    start = SALT if number == 1 else 0
    body, iv, tag = page[start : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - 64], page[PAGE - 64 :]
    expected = hmac.new(mac_key, body + iv + number.to_bytes(4, "little"), "sha512").digest()
    assert hmac.compare_digest(tag, expected), f"page {number}"
    decryptor = Cipher(algorithms.AES(raw), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
