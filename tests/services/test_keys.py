"""Passphrase and recovery kit of an open journal, as a person uses them."""

from datetime import date

import pytest

from kat_journal.errors import (
    CommonPassphraseError,
    KitConfirmedError,
    RecoveryCodeGroupError,
    StorageFailedError,
    UnusablePassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.services.keys import KIT_MADE_ON, KeyService, check_code
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.unlocking import open_with
from tests.helpers.clock import november

NEW = "seven plum harbour lights"


@pytest.fixture
def keys(journal):
    return journal.keys


def typed(code, groups):
    return {number: code.split("-")[number - 1].lower() for number in groups}


def confirmed(keys, code):
    assert keys.confirm_kit(code, typed(code, keys.groups_to_retype(code)))
    return code


def test_a_changed_passphrase_opens_the_journal_and_the_old_one_does_not(vault, keys, passphrase):
    keys.change_passphrase(passphrase, NEW)
    vault.close()

    with pytest.raises(WrongPassphraseError):
        open_vault(vault.folder, passphrase)
    open_vault(vault.folder, NEW).close()


@pytest.mark.parametrize(
    ("new", "refusal"), [("short", UnusablePassphraseError), ("passwordpassword1", CommonPassphraseError)]
)
def test_a_new_passphrase_that_protects_nothing_is_refused(vault, keys, passphrase, new, refusal):
    with pytest.raises(refusal):
        keys.change_passphrase(passphrase, new)

    assert keys.rehearse(passphrase)


def test_a_passphrase_is_rehearsed_two_weeks_after_it_was_chosen_and_not_again(keys, clock, passphrase):
    keys.passphrase_is_new()
    clock.pass_time(days=13)
    assert not keys.rehearsal_offered()

    clock.pass_time(days=1)
    assert keys.rehearsal_offered()
    assert not keys.rehearse(NEW)
    assert keys.rehearsal_offered()
    assert keys.rehearse(passphrase)
    clock.pass_time(days=400)
    assert not keys.rehearsal_offered()

    keys.change_passphrase(passphrase, NEW)
    clock.pass_time(days=14)
    assert keys.rehearsal_offered()


def test_of_a_journal_without_that_day_the_two_weeks_begin_when_first_asked(keys, clock):
    assert not keys.rehearsal_offered()

    clock.pass_time(days=14)

    assert keys.rehearsal_offered()


def test_a_kit_counts_once_two_groups_of_it_were_typed_back(vault, keys, clock, passphrase):
    clock.set(november(23, 23, 30))
    code = keys.kit_code(passphrase)
    assert keys.kit_made_on() is None
    assert keys.kit_code(passphrase) == code

    confirmed(keys, code)

    assert keys.kit_made_on() == date(2026, 11, 23)
    with pytest.raises(KitConfirmedError):
        keys.kit_code(passphrase)
    vault.close()
    open_with_seed(vault.folder, seed_of(code)).close()


def test_a_code_is_shown_to_nobody_without_the_passphrase(keys):
    for ask in (keys.kit_code, keys.new_kit):
        with pytest.raises(WrongPassphraseError):
            ask(NEW)


def test_what_was_not_typed_back_as_it_stands_on_the_kit_makes_none(keys, passphrase):
    code = keys.kit_code(passphrase)
    first, second = keys.groups_to_retype(code)
    right = typed(code, (first, second))

    for wrong in ({}, {first: right[first]}, {**right, second: "0000"}, {**right, second: ""}, {**right, 9: "0000"}):
        assert not keys.confirm_kit(code, wrong)

    assert keys.kit_made_on() is None


def test_the_groups_to_type_back_are_two_and_others_each_time(keys, passphrase):
    code = keys.kit_code(passphrase)

    asked = {keys.groups_to_retype(code) for _ in range(200)}

    assert all(1 <= first < second <= 8 for first, second in asked)
    assert len(asked) > 10


def test_a_new_kit_makes_the_old_one_useless_and_counts_only_once_confirmed(vault, keys, passphrase):
    old = confirmed(keys, keys.kit_code(passphrase))

    new = keys.new_kit(passphrase)

    assert keys.kit_made_on() is None
    assert not keys.confirm_kit(old, typed(old, (1, 2)))
    assert keys.kit_code(passphrase) == new
    confirmed(keys, new)
    vault.close()
    with pytest.raises(WrongRecoveryCodeError):
        open_with_seed(vault.folder, seed_of(old))
    open_with_seed(vault.folder, seed_of(new)).close()
    open_vault(vault.folder, passphrase).close()


def test_before_a_new_kit_there_is_a_backup_that_opens_with_the_old_one(vault, keys, passphrase, tmp_path):
    from zipfile import ZipFile

    old = keys.kit_code(passphrase)
    new = keys.new_kit(passphrase)

    (backup,) = (vault.folder / "backups").iterdir()
    with ZipFile(backup) as file:
        database = file.extract("journal.db", tmp_path)
    open_with(tmp_path / database, (), seed_of(old)).close()
    with pytest.raises(WrongRecoveryCodeError):
        open_with(tmp_path / database, (), seed_of(new))


def test_where_no_new_kit_can_be_made_the_old_one_still_counts(vault, journal, clock, passphrase):
    def full():
        raise StorageFailedError("planted")

    keys = KeyService(vault, journal.settings, clock, full)
    code = confirmed(keys, keys.kit_code(passphrase))

    for refusal, wanted in ((StorageFailedError, passphrase), (WrongPassphraseError, NEW)):
        with pytest.raises(refusal):
            keys.new_kit(wanted)

    assert keys.kit_made_on() == date(2026, 11, 23)
    assert journal.settings.get(KIT_MADE_ON)
    vault.close()
    open_with_seed(vault.folder, seed_of(code)).close()


def test_a_code_can_be_checked_for_mistakes_before_anything_is_tried_with_it(keys, passphrase):
    code = keys.kit_code(passphrase)

    check_code(f" {code.lower()} ")
    with pytest.raises(RecoveryCodeGroupError):
        check_code(code[:-1] + ("0" if code[-1] != "0" else "1"))
