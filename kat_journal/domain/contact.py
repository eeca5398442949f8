"""The people and places that a person can ring."""

from dataclasses import dataclass
from enum import StrEnum

from kat_journal.domain.ids import Uid


class ContactKind(StrEnum):
    """Who a contact is."""

    PERSON = "person"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Contact:
    """One name and number, as the person typed them."""

    uid: Uid
    kind: ContactKind
    name: str
    number: str
