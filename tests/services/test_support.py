import pytest

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.services.support import Numbers

ALL = "{emergency}; {crisis_line}; {clinic}"
MAYA = Contact("uid-1", ContactKind.PERSON, "Maya", "07700 900123")
CLINIC = Contact("uid-2", ContactKind.CLINIC, "Alder Row", "020 7946 0018")


@pytest.fixture
def fill(library, messages):
    def fill(text, country="GB", contacts=()):
        return Numbers(library.support, messages, lambda: country).fill(text, contacts)

    return fill


def test_a_text_gets_the_numbers_of_the_country(fill):
    assert fill(ALL) == "999; Samaritans, 116 123; your clinic"


def test_without_a_country_the_words_stand_in_for_the_numbers(fill):
    assert fill(ALL, country="") == "your local emergency number; a crisis line in your country; your clinic"


def test_the_clinics_own_number_is_told_when_it_is_known(fill):
    assert fill("Ring {clinic}.", contacts=[MAYA, CLINIC]) == "Ring your clinic (020 7946 0018)."


def test_a_clinic_without_a_number_is_only_named(fill):
    nameless = Contact("uid-3", ContactKind.CLINIC, "Alder Row", "")

    assert fill("Ring {clinic}.", contacts=[nameless]) == "Ring your clinic."


def test_other_braces_are_left_as_they_are(fill):
    assert fill("{} {0} {unknown}") == "{} {0} {unknown}"


def test_a_line_without_a_number_is_not_the_one_to_ring(fill, library):
    for code in library.support.countries:
        told = fill("{crisis_line}", country=code)

        assert not told.endswith(", "), code


def test_contacts_are_kept_changed_and_taken_away(journal):
    journal.support.put_contact(MAYA)
    journal.support.put_contact(CLINIC)
    changed = Contact(MAYA.uid, MAYA.kind, "Maya K.", MAYA.number)
    journal.support.put_contact(changed)
    assert journal.support.contacts() == (changed, CLINIC)
    assert journal.support.fill("{clinic}") == "your clinic (020 7946 0018)"

    journal.support.delete_contact(CLINIC.uid)

    assert journal.support.contacts() == (changed,)
    assert journal.support.fill("{clinic}") == "your clinic"


def test_the_support_page_is_the_librarys(journal, library):
    assert journal.support.support is library.support
