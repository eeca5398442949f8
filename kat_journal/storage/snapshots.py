"""Forms as they were asked: an old answer always shows the question it answered."""

from hashlib import sha256

import msgspec

from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormDigest
from kat_journal.storage.connection import Connection


def encode(form: Form) -> bytes:
    """The form's canonical JSON: equal forms give equal bytes, whether a number was written as 1 or 1.0."""
    return msgspec.json.encode(decode(msgspec.json.encode(form)), order="sorted")


def decode(data: bytes) -> Form:
    """The form that :func:`encode` wrote, now or in an earlier version of the program."""
    return msgspec.json.decode(data, type=Form)


def digest(form: Form) -> FormDigest:
    """SHA-256 of its canonical JSON, in hexadecimal."""
    return FormDigest(sha256(encode(form)).hexdigest())


class Snapshots:
    """Snapshots of the journal, each stored once; read and worked out once for as long as the journal is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._encoded: dict[Form, tuple[FormDigest, str]] = {}
        self._forms: dict[FormDigest, Form] = {}

    def put(self, form: Form) -> FormDigest:
        """Store the form unless it is stored; gives its digest."""
        if form not in self._encoded:
            self._encoded[form] = digest(form), encode(form).decode()
        key, json = self._encoded[form]
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO form_snapshot (digest, json) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING", (key, json)
            )
        return key

    def form(self, key: FormDigest) -> Form:
        """The form of that digest; raises KeyError where there is none."""
        if key not in self._forms:
            row = self._connection.row("SELECT json FROM form_snapshot WHERE digest = ?", (key,))
            if row is None:
                raise KeyError(key)
            self._forms[key] = decode(row["json"].encode())
        return self._forms[key]
