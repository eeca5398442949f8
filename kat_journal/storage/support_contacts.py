"""The people and places that a person can ring."""

from typing import Any

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.storage.connection import Connection


class SupportContacts:
    """Contacts, in the order in which they were added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, contact: Contact) -> None:
        """Add a contact, or change the one with its uid."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO support_contact (uid, kind, name, number) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (uid) DO UPDATE SET kind = excluded.kind, name = excluded.name, number = excluded.number",
                (contact.uid, contact.kind, contact.name, contact.number),
            )

    def delete(self, uid: Uid) -> None:
        """Take a contact away; nothing happens where there is none."""
        with self._connection.writing():
            self._connection.execute("DELETE FROM support_contact WHERE uid = ?", (uid,))

    def contacts(self) -> tuple[Contact, ...]:
        """All of them, oldest first."""
        return tuple(map(_contact, self._connection.rows("SELECT * FROM support_contact ORDER BY id")))


def _contact(row: Any) -> Contact:
    return Contact(Uid(row["uid"]), ContactKind(row["kind"]), row["name"], row["number"])
