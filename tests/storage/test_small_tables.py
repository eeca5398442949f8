"""Settings, share records, contacts, and the tables that later work will use."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlcipher3

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.support_contacts import SupportContacts
from tests.storage.making import NOW


def test_settings_are_set_and_replaced(connection):
    settings = Settings(connection)
    assert settings.get("place") is None
    settings.put("place", "today")
    settings.put("place", "write")
    assert settings.get("place") == "write"


def test_share_records_come_back_newest_first(connection):
    shares = Shares(connection)
    first, second = (
        ShareRecord(
            uid=Uid(f"uid-{number}"),
            made_at=NOW + timedelta(days=number),
            format="markdown",
            sha256="ab" * 32,
            starts=date(2026, 10, 30),
            ends=date(2026, 11, 23),
            file="/home/me/summary \U0001f30a.md",
            keys=("a:b", "\u00e9"),
        )
        for number in (2, 1)
    )
    shares.add(first)
    shares.add(second)
    assert shares.records() == (first, second)
    shares.forget_file(second.uid)
    assert shares.records() == (first, replace(second, file=""))


def test_a_path_that_no_text_can_hold_is_kept_as_far_as_it_can(connection):
    day = date(2026, 11, 23)
    Shares(connection).add(ShareRecord(Uid("u"), NOW, "markdown", "ab", day, day, "/home/me/\udce4.md"))
    assert Shares(connection).records()[0].file == "/home/me/\ufffd.md"


def test_contacts_are_added_changed_and_deleted(connection):
    contacts = SupportContacts(connection)
    sister = Contact(Uid("uid-1"), ContactKind.PERSON, "My sister", "+44 20 7946 0000")
    clinic = Contact(Uid("uid-2"), ContactKind.CLINIC, "Clinic", "020")
    contacts.put(sister)
    contacts.put(clinic)
    changed = Contact(sister.uid, ContactKind.PERSON, "Ana", "1")
    contacts.put(changed)
    assert contacts.contacts() == (changed, clinic)
    contacts.delete(sister.uid)
    contacts.delete(sister.uid)
    assert contacts.contacts() == (clinic,)


def test_replacements_and_packs_have_their_place(connection):
    with connection.writing():
        connection.execute("INSERT INTO replacement (uid, name, initials) VALUES ('u', 'Ana Bell', 'A. B.')")
        connection.execute("INSERT INTO pack (id, version, files, installed_at) VALUES ('mine', '1', '{}', 'now')")
    assert tuple(connection.row("SELECT name, initials FROM replacement")) == ("Ana Bell", "A. B.")
    assert tuple(connection.row("SELECT * FROM pack")) == ("mine", "1", "{}", "now")


def test_tables_refuse_a_value_of_another_type(connection):
    with pytest.raises(sqlcipher3.IntegrityError), connection.writing():
        connection.execute("INSERT INTO replacement (uid, name, initials) VALUES ('u', x'00', 'A. B.')")
