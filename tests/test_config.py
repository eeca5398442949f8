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
    chosen = Preferences(path, "dark", 150, 0, "de", "GB", window='odd "words" \\ and ümlauts\n')

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


def config(tmp_path):
    return Config(tmp_path / "Journal", tmp_path, Preferences(tmp_path / "config.toml"))


def test_an_empty_folder_is_no_journal(tmp_path):
    assert not config(tmp_path).has_journal

    (tmp_path / "Journal").mkdir()

    assert not config(tmp_path).has_journal


@pytest.mark.parametrize("part", ["journal.db", "keys.json", "keys.json.bak", "backups"])
def test_any_part_of_a_journal_is_a_journal_that_must_not_be_made_anew(tmp_path, part):
    (tmp_path / "Journal").mkdir()
    (tmp_path / "Journal" / part).touch()

    assert config(tmp_path).has_journal


def test_journal_and_preferences_have_places_of_their_own():
    assert default_journal().name == "Journal"
    assert default_preferences().name == "config.toml"
    assert default_preferences().parent != default_journal()


def test_a_file_that_cannot_be_saved_is_not_worth_a_word(tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder", encoding="utf-8")

    Preferences(blocked / "config.toml").save()

    assert blocked.read_text(encoding="utf-8") == "a file, not a folder"
