import stat
import sys

import pytest

from kat_journal.config import (
    Config,
    Preferences,
    default_journal,
    default_preferences,
    load_preferences,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings" / "config.toml"


def test_without_a_file_everything_has_its_default(path):
    loaded = load_preferences(path)

    assert loaded == Preferences(path)
    assert (loaded.look, loaded.text_scale, loaded.auto_lock_minutes) == ("system", 100, 5)


def test_what_is_saved_is_loaded_again(path):
    chosen = Preferences(path, "dark", 150, 0, "de", "GB", sealed_words=False, window='odd "words" \\ and ümlauts\n')
    chosen.hide_when_away, chosen.hide_from_pictures = True, False
    chosen.journal_known = "0a1b"

    chosen.save()

    assert load_preferences(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "this is not TOML",
        'look = "plaid"',
        "look = 3",
        "text_scale = 5000",
        "text_scale = true",
        'text_scale = "100"',
        "auto_lock_minutes = -1",
        "auto_lock_minutes = 600",
        'language = "../.."',
        'language = "english"',
        "country = 44",
        "window = 1",
        "journal_known = 1",
        "hide_when_away = 1",
        'hide_from_pictures = "no"',
        'unknown = "key"',
    ],
)
def test_what_makes_no_sense_takes_its_default(path, text):
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    assert load_preferences(path) == Preferences(path)


def test_bytes_that_are_no_text_take_the_defaults(path):
    path.parent.mkdir()
    path.write_bytes(b"look = \xff\xfe")

    assert load_preferences(path) == Preferences(path)


def test_a_failed_save_leaves_the_old_file_and_no_remains(path):
    path.mkdir(parents=True)  # a folder of that name cannot be replaced by a file

    Preferences(path, look="dark").save()

    assert path.is_dir()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other rights")
def test_only_the_person_can_read_the_file(path):
    path.parent.mkdir()
    path.with_suffix(".part").write_text("left over", encoding="utf-8")

    Preferences(path).save()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def config(tmp_path):
    return Config(tmp_path / "Journal", tmp_path, Preferences(tmp_path / "config.toml"))


def test_an_empty_folder_is_no_journal(tmp_path):
    assert not config(tmp_path).has_journal

    (tmp_path / "Journal").mkdir()

    assert not config(tmp_path).has_journal


@pytest.mark.parametrize("part", ["journal.db", "keys.json", "keys.json.bak", "backups", "sealed"])
def test_any_part_of_a_journal_is_a_journal_that_must_not_be_made_anew(tmp_path, part):
    (tmp_path / "Journal").mkdir()
    (tmp_path / "Journal" / part).touch()

    assert config(tmp_path).has_journal


def test_a_part_that_leads_nowhere_or_cannot_be_looked_at_is_not_taken_for_missing(tmp_path):
    (tmp_path / "Journal").mkdir()
    (tmp_path / "Journal" / "journal.db").symlink_to("on a disk that is not connected")
    assert config(tmp_path).has_journal
    (tmp_path / "Journal" / "journal.db").unlink()
    (tmp_path / "Journal").rmdir()
    (tmp_path / "Journal").symlink_to("Journal")
    assert config(tmp_path).has_journal


def test_a_journal_that_was_open_here_and_is_gone_whole_is_missed(tmp_path):
    mine = config(tmp_path)
    assert not mine.is_missing, "there never was one"
    mine.journal.mkdir()
    (mine.journal / "journal.db").touch()

    mine.know_journal()
    assert not mine.is_missing
    (mine.journal / "journal.db").unlink()

    assert Config(mine.journal, tmp_path, load_preferences(mine.preferences.path)).is_missing
    assert not Config(tmp_path / "Another", tmp_path, mine.preferences).is_missing


def test_the_place_of_the_journal_is_not_written_down_and_kept_once(tmp_path):
    mine = config(tmp_path)
    mine.know_journal()
    text = mine.preferences.path.read_text(encoding="utf-8")
    assert mine.preferences.journal_known in text, "else nothing was looked at"
    assert str(mine.journal) not in text
    mine.preferences.path.unlink()

    mine.know_journal()

    assert not mine.preferences.path.exists(), "nothing new was to be kept"


def test_journal_and_preferences_have_places_of_their_own():
    assert default_journal().name == "Journal"
    assert default_preferences().name == "config.toml"
    assert default_preferences().parent != default_journal()


def test_a_file_that_cannot_be_saved_is_not_worth_a_word(tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder", encoding="utf-8")

    Preferences(blocked / "config.toml").save()

    assert blocked.read_text(encoding="utf-8") == "a file, not a folder"


def test_words_can_be_written_without_opening_where_a_key_file_is_and_it_is_not_turned_off(tmp_path):
    mine = config(tmp_path)
    mine.journal.mkdir()
    assert not mine.can_seal

    (mine.journal / "keys.json.bak").touch()
    assert mine.can_seal

    mine.preferences.sealed_words = False
    assert not mine.can_seal


def test_words_wait_where_a_sealed_file_is(tmp_path):
    mine = config(tmp_path)
    assert not mine.has_sealed_words
    (mine.journal / "sealed").mkdir(parents=True)
    assert not mine.has_sealed_words

    (mine.journal / "sealed" / "a.sealed").touch()
    assert mine.has_sealed_words


@pytest.mark.parametrize("kept", ["false", "0", '"true"', "1"])
def test_anything_but_a_plain_yes_keeps_it_turned_off(path, kept):
    path.parent.mkdir()
    path.write_text(f"sealed_words = {kept}", encoding="utf-8")

    assert not load_preferences(path).sealed_words
