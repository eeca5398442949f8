"""The quiet card: the first thing to say that was not put off."""

import pytest

from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.errors import JournalGoneError
from kat_journal.services.key_reminders import RECOVERED
from kat_journal.services.reminders import PUT_OFF, Reminder, ReminderKind, Reminders
from tests.helpers.clock import november

KIT, DAMAGED, PLACE = (Reminder(kind) for kind in (ReminderKind.KIT, ReminderKind.DAMAGED, ReminderKind.SECOND_PLACE))


@pytest.fixture
def reminding(journal, clock):
    """Reminders over these things to say, in this order."""

    def over(*things):
        return Reminders([lambda thing=thing: thing for thing in things], journal.settings, clock)

    return over


def write(journal):
    draft = journal.responses.new(FormId("core:free-page")).draft
    journal.responses.save(draft, Answer("words", text="The river was warm."))


def test_with_nothing_to_say_nothing_is_said(reminding):
    assert reminding(None, None).next() is None


def test_the_first_that_has_something_to_say_is_heard(reminding):
    assert reminding(None, KIT, PLACE).next() == KIT


def test_what_was_put_off_lets_the_next_one_speak(reminding):
    reminders = reminding(KIT, PLACE)

    reminders.put_off(KIT)

    assert reminders.next() == PLACE


@pytest.mark.parametrize(("reminder", "days"), [(DAMAGED, 1), (PLACE, 7), (KIT, 14)])
def test_each_kind_is_put_off_for_its_own_time(reminding, clock, reminder, days):
    reminders = reminding(reminder)
    reminders.put_off(reminder)

    clock.pass_time(days=days, minutes=-1)
    assert reminders.next() is None
    clock.pass_time(minutes=1)
    assert reminders.next() == reminder


def test_a_clock_that_was_set_back_puts_nothing_off_for_years(reminding, clock):
    clock.set(november(30).replace(year=2036))
    reminders = reminding(KIT)
    reminders.put_off(KIT)

    clock.set(november(30))

    assert reminders.next() == KIT


def test_after_a_session_what_can_wait_waits_until_the_next_day(journal, clock):
    write(journal)
    journal.courses.just_had()
    assert journal.reminders.next() is None
    journal.key_reminders.passphrase_was_recovered()
    assert journal.reminders.next() == Reminder(ReminderKind.RECOVERED), "else nothing would be said at all"
    journal.key_reminders.recovered_told()

    clock.pass_time(days=1)

    assert journal.reminders.next() == KIT


def test_a_kit_is_offered_once_there_is_something_to_lose(journal, passphrase):
    assert journal.reminders.next() is None

    write(journal)
    assert journal.reminders.next() == KIT

    code = journal.keys.kit_code(passphrase)
    groups = dict(enumerate(code.split("-"), start=1))
    assert journal.keys.confirm_kit(code, {1: groups[1], 8: groups[8]})
    assert journal.reminders.next() == Reminder(ReminderKind.HOUSE_RULES)
    journal.house_rules.settle()
    assert journal.reminders.next() is None


def test_the_passphrase_is_rehearsed_two_weeks_after_it_was_chosen(journal, clock):
    journal.keys.passphrase_is_new()

    clock.pass_time(days=13)
    assert journal.reminders.next() is None
    clock.pass_time(days=1)
    assert journal.reminders.next() == Reminder(ReminderKind.REHEARSAL)


def test_that_the_old_passphrase_no_longer_opens_is_said_until_it_was_heard(journal):
    journal.key_reminders.passphrase_was_recovered()
    assert journal.reminders.next() == Reminder(ReminderKind.RECOVERED)

    journal.key_reminders.recovered_told()
    assert journal.reminders.next() is None


def test_a_journal_is_recovered_even_where_it_cannot_note_that(journal, vault):
    vault.folder.joinpath("journal.db").unlink()
    with pytest.raises(JournalGoneError):
        journal.settings.put(RECOVERED, "yes")

    journal.key_reminders.passphrase_was_recovered()


@pytest.mark.parametrize("left", ["2026-", "2026-11-23", "2026-11-23T10:30"])
def test_a_day_of_which_damage_left_only_a_piece_puts_nothing_off(reminding, journal, left):
    journal.settings.put(PUT_OFF + KIT.kind, left)

    assert reminding(KIT).next() == KIT
