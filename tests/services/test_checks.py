import shutil

import pytest

from kat_journal.services.checks import CheckService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.storage.checking import Found
from kat_journal.storage.settings import Settings


@pytest.fixture
def settings(vault):
    return SettingsService(Settings(vault.connection))


@pytest.fixture
def checks(vault, settings, clock):
    return CheckService(vault, settings, clock, checked_up_to=4096)


def test_a_small_journal_was_checked_when_it_was_opened(vault, settings, clock):
    assert CheckService(vault, settings, clock).begin() is None


def test_a_large_one_is_checked_once_a_day(checks, clock):
    check = checks.begin()
    assert check.run() is Found.GOOD
    assert set(check._key) == {0}
    checks.keep(Found.GOOD)
    assert checks.begin() is None
    assert checks.damaged() is None
    clock.pass_time(days=1)
    assert checks.begin() is not None


def test_damage_is_told_until_a_later_check_finds_none(checks, vault, settings, clock):
    checks.keep(Found.DAMAGED)
    assert checks.damaged() == Reminder(ReminderKind.DAMAGED)
    again = CheckService(vault, settings, clock)
    assert again.damaged() == Reminder(ReminderKind.DAMAGED)
    checks.keep(Found.GOOD)
    assert checks.damaged() is None


def test_a_journal_that_became_small_and_opened_is_good_again(vault, settings, clock):
    CheckService(vault, settings, clock, checked_up_to=4096).keep(Found.DAMAGED)
    small = CheckService(vault, settings, clock)
    assert small.damaged() is not None

    assert small.begin() is None

    assert small.damaged() is None


def test_a_check_that_found_nothing_out_is_made_again(checks):
    check = checks.begin()
    check.stopped = True
    assert check.run() is Found.UNKNOWN
    checks.keep(Found.UNKNOWN)
    assert checks.begin() is not None


def test_a_disk_that_went_away_is_not_checked(checks, vault):
    shutil.move(vault.folder / "journal.db", vault.folder / "elsewhere")
    assert checks.begin() is None
