import dataclasses
import shutil
import sys
import time
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from kat_journal.app import App, SystemClock, check_display
from kat_journal.config import Config, Preferences
from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.errors import CommonPassphraseError, NoDisplayError, UnusablePassphraseError, WrongPassphraseError
from tests.helpers.clock import FixedClock

WORDS = "amber lantern quiet river"


@pytest.fixture
def config(tmp_path, resources):
    return Config(tmp_path / "My Journal", resources, Preferences(tmp_path / "config.toml"))


@pytest.fixture
def app(config, kdf):
    return App(config, FixedClock(), kdf=kdf)


def test_the_clock_tells_the_time_in_utc():
    now = SystemClock().now()

    assert now.utcoffset() == timedelta(0)
    assert abs(now.timestamp() - time.time()) < 60


def test_the_clock_names_a_zone_that_there_is():
    assert ZoneInfo(SystemClock().zone())


def test_a_journal_is_made_opened_and_opened_again(app, config):
    assert not config.has_journal

    app.create(WORDS).close()
    journal = app.open(WORDS)

    assert config.has_journal
    assert journal.folder == config.journal
    journal.close()
    with pytest.raises(WrongPassphraseError):
        app.open("something else entirely")


def test_a_passphrase_that_protects_nothing_makes_nothing(app, config):
    with pytest.raises(UnusablePassphraseError):
        app.create("short")

    assert not config.journal.exists()


def test_the_recovery_code_opens_the_same_journal_with_a_new_passphrase(app, config):
    journal = app.create(WORDS)
    journal.settings.put("word", "river")
    code = journal.keys.kit_code(WORDS)
    journal.close()

    app.clock.pass_time(days=20)
    recovered = app.recover(code, "seven plum harbour lights")

    assert recovered.settings.get("word") == "river"
    assert not recovered.keys.rehearsal_offered()
    recovered.close()
    app.open("seven plum harbour lights").close()
    with pytest.raises(WrongPassphraseError):
        app.open(WORDS)


def test_a_new_passphrase_that_is_tried_first_recovers_nothing(app):
    journal = app.create(WORDS)
    code = journal.keys.kit_code(WORDS)
    journal.close()

    with pytest.raises(CommonPassphraseError):
        app.recover(code, "password1234")

    app.open(WORDS).close()


def test_the_rehearsal_of_a_new_journal_is_offered_after_two_weeks(app):
    journal = app.create(WORDS)

    app.clock.pass_time(days=14)

    assert journal.keys.rehearsal_offered()
    journal.close()


def test_four_words_are_offered_and_they_are_good_enough(app):
    offered = app.offer_words()

    assert len(offered.split()) == 4
    app.create(offered).close()


def test_the_language_is_the_one_that_was_chosen_and_english_otherwise(app, config):
    assert (app.language, app.library.language, app.messages.language) == ("en", "en", "en")

    config.preferences.language = "de"
    german = App(config)

    assert (german.language, german.library.language, german.messages.language) == ("de", "de", "de")


def test_the_numbers_follow_the_country_even_when_it_is_changed_later(app, config):
    numbers = app.numbers()
    config.preferences.country = "GB"

    assert numbers.fill("{emergency}") == "999"
    config.preferences.country = "DE"
    assert numbers.fill("{emergency}") == "112"
    journal = app.create(WORDS)
    journal.support.put_contact(Contact("one", ContactKind.CLINIC, "", "020 7946 0000"))
    assert journal.support.fill("{emergency}, {clinic}") == "112, your clinic (020 7946 0000)"
    journal.close()


def test_one_more_pack_joins_the_library(config, tmp_path, resources):
    pack = tmp_path / "pack"
    (pack / "forms").mkdir(parents=True)
    about = 'id = "extra"\ntitle = "T"\nauthor = "A"\nversion = "1"\nlicence = "CC0-1.0"\n'
    (pack / "pack.toml").write_text(about, encoding="utf-8")
    shutil.copy(resources / "packs" / "core" / "forms" / "ratings.day.toml", pack / "forms")

    library = App(dataclasses.replace(config, packs=(pack,))).library

    assert [one.id for one in library.packs] == ["core", "extra"]


def test_warming_up_loads_what_unlocking_needs(app):
    app.warm_up()

    assert {"library", "messages"} <= vars(app).keys()


# Starting afresh


def test_the_process_starts_afresh_on_the_same_journal_with_the_same_packs(config, tmp_path):
    packs = (tmp_path / "one pack", tmp_path / "-two")

    command = App(dataclasses.replace(config, packs=packs)).restart_command

    assert command[:4] == (sys.executable, "-P", "-m", "kat_journal")
    assert command[4:] == (f"--journal={config.journal}", f"--pack={packs[0]}", f"--pack={packs[1]}", "run")


def test_a_restart_of_ones_own_is_taken(config):
    calls = []

    App(config, restart=lambda: calls.append("again")).restart()

    assert calls == ["again"]


# Displays


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"TERM": "xterm"}])
def test_a_machine_without_a_display_is_told_so_before_qt_gives_up(environment):
    with pytest.raises(NoDisplayError):
        check_display("linux", environment)


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {"DISPLAY": ":0"}),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}),
        ("darwin", {}),
        ("win32", {}),
    ],
)
def test_a_display_is_taken_as_it_comes(platform, environment):
    check_display(platform, environment)
