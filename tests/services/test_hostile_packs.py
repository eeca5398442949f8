"""Packs that mean harm are refused with file, key and reason, and nothing is changed by looking at them."""

import pytest

from kat_journal.content.library import load_library
from kat_journal.errors import PackError
from kat_journal.services.packs import Standing
from kat_journal.storage.creating import create_vault
from tests.conftest import PASSPHRASE, opened
from tests.helpers.clock import FixedClock
from tests.helpers.hostile_packs import WORDS
from tests.helpers.hostile_zips import FOLDERS, ZIPS, hostile_folder
from tests.helpers.pack_making import FILES, as_folder, as_zip


@pytest.fixture(scope="module")
def journal(tmp_path_factory, resources, messages, kdf):
    """One for all of them, since none may change it; its library is its own."""
    vault = create_vault(tmp_path_factory.mktemp("hostile") / "Journal", PASSPHRASE, kdf)
    yield opened(vault, load_library(resources), messages, FixedClock())
    vault.close()


def everything(journal, folder):
    """The vault's file, every file beside it, and what the library holds."""
    files = {path: path.read_bytes() for path in sorted(journal.folder.rglob("*")) if path.is_file()}
    return files, dict(journal.library.forms), journal.packs.installed(), sorted(folder.iterdir())


def refused(journal, path):
    """The line that refuses it, once it is certain that looking changed nothing."""
    before = everything(journal, path.parent)
    with pytest.raises(PackError) as error:
        journal.packs.look(path)
    assert everything(journal, path.parent) == before
    lines = str(error.value).splitlines()
    assert lines
    assert all(line.isprintable() and len(line) <= 400 for line in lines)
    return "\n".join(lines)


def test_the_pack_that_all_of_these_are_made_of_is_taken_from_a_folder_and_from_a_zip(journal, tmp_path):
    (tmp_path / "x").mkdir()
    looked = [
        journal.packs.look(as_folder(tmp_path / "x" / "mine", FILES)),
        journal.packs.look(as_zip(tmp_path / "x" / "mine.zip", FILES)),
    ]

    assert [one.standing for one in looked] == [Standing.NEW, Standing.NEW]
    assert looked[0].files == looked[1].files == FILES


def test_there_are_enough_of_them():
    assert len(WORDS) + len(ZIPS) + len(FOLDERS) >= 60


@pytest.mark.parametrize("name", WORDS)
def test_a_folder_that_says_what_no_pack_says_is_refused(journal, tmp_path, name):
    files, line = WORDS[name]

    assert line in refused(journal, as_folder(tmp_path / "packs" / "mine", files))


@pytest.mark.parametrize("name", WORDS)
def test_the_same_is_refused_in_a_zip(journal, tmp_path, name):
    files, line = WORDS[name]
    (tmp_path / "packs").mkdir()
    said = refused(journal, as_zip(tmp_path / "packs" / "mine.zip", files))

    assert line in said or "unpacks to more than" in said


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_that_is_packed_to_harm_is_refused(journal, tmp_path, name):
    data, line = ZIPS[name]
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.zip").write_bytes(data)

    assert line in refused(journal, tmp_path / "packs" / "mine.zip")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_made_to_harm_is_refused(journal, tmp_path, name):
    spoil, line = FOLDERS[name]

    assert line in refused(journal, hostile_folder(tmp_path / "packs" / "mine", spoil))


def test_what_is_plain_text_stays_allowed(journal, tmp_path):
    words = 'ask = "Was it < 120, or a<5 and b>3? 0 1 2 3 4 5 6 7 8 9 10, 365 days (1.5 h) \U0001f469\u200d\u2695"'
    files = FILES | {"forms/evening.toml": FILES["forms/evening.toml"].replace('ask = "Calm"', words)}
    files["pack.toml"] = FILES["pack.toml"].replace('"CC0-1.0"', '"CC-BY-4.0, https://creativecommons.org/licenses"')

    assert journal.packs.look(as_folder(tmp_path / "mine", files)).standing is Standing.NEW


def test_what_a_system_leaves_behind_is_passed_over_unread(journal, tmp_path):
    root = as_folder(tmp_path / "mine", FILES)
    for name in (".DS_Store", "Thumbs.db", "forms/desktop.ini", "__MACOSX/forms/._evening.toml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"\xff" * 300_000)
    packed = as_zip(tmp_path / "mine.zip", FILES, extra=[("__MACOSX/._pack.toml", b"\xff"), ("forms/", b"")])

    assert journal.packs.look(root).files == journal.packs.look(packed).files == FILES


def test_one_folder_around_a_zip_is_left_away(journal, tmp_path):
    packed = as_zip(tmp_path / "mine.zip", {f"my pack/{name}": text for name, text in FILES.items()})

    assert journal.packs.look(packed).files == FILES
