"""Whether a journal is whole, asked of every check there is; and all that stands in it."""

from hashlib import sha256


def unwhole(connection) -> list[str]:
    """What the checks complain about: each page's own seal, the database, the index of words."""
    found = [str(row[0]) for row in connection.rows("PRAGMA cipher_integrity_check")]
    found += [row[0] for row in connection.rows("PRAGMA integrity_check") if row[0] != "ok"]
    found += [str(tuple(row)) for row in connection.rows("PRAGMA foreign_key_check")]
    with connection.writing():
        connection.execute("INSERT INTO answer_search (answer_search, rank) VALUES ('integrity-check', 1)")
    return found


def everything(connection) -> str:
    """A digest of every answer and every earlier version."""
    digest = sha256()
    for question in (
        "SELECT response_id, item_id, number, text, note, share FROM answer ORDER BY id",
        "SELECT * FROM answer_version ORDER BY id",
        "SELECT uid, day, form_id, finished_at FROM response ORDER BY id",
    ):
        for row in connection.rows(question):
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
