"""Whom a person can ring: their own people first, then the numbers of their country."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kat_journal.content.support import Country, Support
from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import Uid
from kat_journal.domain.messages import Messages
from kat_journal.domain.support_card import ReadableCard
from kat_journal.storage import support_card
from kat_journal.storage.support_contacts import SupportContacts


class Numbers:
    """Fills numbers into the fixed texts. Works while locked: then there are no contacts.

    Attributes:
        card: What the person chose to keep readable while locked; None where there is nothing.
    """

    def __init__(
        self,
        support: Support,
        messages: Messages,
        country: Callable[[], str],
        card: ReadableCard | None = None,
    ) -> None:
        self.support = support
        self.card = card
        self._messages = messages
        self._country = country

    def country(self) -> Country | None:
        """The person's country; None where they have chosen none."""
        return self.support.country(self._country())

    def fill(self, text: str, contacts: Sequence[Contact] = ()) -> str:
        """The text with the emergency number, the clinic and a crisis line of this person and country."""
        country = self.country()
        emergency = country.emergency if country else self._messages.get("support.emergency")
        lines = [line for line in country.lines if line.number] if country else []
        crisis = f"{lines[0].name}, {lines[0].number}" if lines else self._messages.get("support.crisis-line")
        clinic = next((contact for contact in contacts if contact.kind is ContactKind.CLINIC and contact.number), None)
        where = self._messages.get("support.clinic")
        return (
            text.replace("{emergency}", emergency)
            .replace("{crisis_line}", crisis)
            .replace("{clinic}", f"{where} ({clinic.number})" if clinic else where)
        )


class SupportService:
    """The Support page of an open journal."""

    def __init__(self, contacts: SupportContacts, numbers: Numbers) -> None:
        self._contacts = contacts
        self._numbers = numbers

    @property
    def support(self) -> Support:
        """The fixed texts and the numbers by country."""
        return self._numbers.support

    def country(self) -> Country | None:
        """See :meth:`Numbers.country`."""
        return self._numbers.country()

    def contacts(self) -> tuple[Contact, ...]:
        """The person's own people and clinic."""
        return self._contacts.contacts()

    def put_contact(self, contact: Contact) -> None:
        """Keep a contact, new or changed."""
        self._contacts.put(contact)

    def delete_contact(self, uid: Uid) -> None:
        """Take a contact away."""
        self._contacts.delete(uid)

    def fill(self, text: str) -> str:
        """See :meth:`Numbers.fill`."""
        return self._numbers.fill(text, self.contacts())


def readable_card(folder: Path) -> ReadableCard | None:
    """The card that can be read while locked; None where there is none."""
    return support_card.read(folder)
