"""Every row of a journal by its hash: two journals that hold the same words have the same."""

from hashlib import sha256


def row_hashes(connection):
    """A hash of each row, by table, the search index's own tables included."""
    names = [row[0] for row in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: connection.rows(f'SELECT * FROM "{name}"') for name in names}
    return {name: sorted(sha256(repr(tuple(row)).encode()).hexdigest() for row in rows) for name, rows in found.items()}
