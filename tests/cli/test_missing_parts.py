"""A journal that lost a part never becomes a new, empty one, whatever is asked of it."""

import os

import pytest

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.main_window import MainWindow
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from tests.storage.making import contents

DATABASE, KEYS, SECOND = "journal.db", "keys.json", "keys.json.bak"
EACH = [(DATABASE,), (KEYS, SECOND), (DATABASE, KEYS), (DATABASE, SECOND)]


def said(text=PASSPHRASE):
    read, write = os.pipe()
    os.write(write, f"{text}\n".encode())
    os.close(write)
    return read


@pytest.fixture
def without(journal):
    """The journal without these parts."""

    def without(parts):
        for part in parts:
            (journal / part).unlink()
        return journal

    return without


@pytest.mark.parametrize("parts", EACH)
def test_no_command_makes_it_anew(run, without, tmp_path, parts):
    journal = without(parts)
    before = contents(journal)
    for command in (
        ("--journal", journal, "export", "-o", tmp_path / "summary.md", "--passphrase-fd", said()),
        ("create", journal, "--passphrase-fd", said()),
        ("demo", journal, "--no-window"),
        ("--journal", journal, "recover", "--code-fd", said("AAAA"), "--passphrase-fd", said()),
        ("salvage", journal, tmp_path / "New", "--passphrase-fd", said()),
    ):
        status, _, err = run(*command)
        assert (status, len(err.splitlines())) == (1, 1), command
    assert contents(journal) == before
    assert not (tmp_path / "New").exists()
    assert not (tmp_path / "summary.md").exists()


@pytest.mark.parametrize("part", [KEYS, SECOND])
def test_one_lost_copy_of_the_keys_is_made_again_from_the_other(run, without, tmp_path, part):
    journal = without([part])
    before = (journal / ({KEYS, SECOND} - {part}).pop()).read_bytes()
    assert run("--journal", journal, "export", "-o", tmp_path / "s.md", "--passphrase-fd", said())[0] == 0
    assert (journal / part).read_bytes() == before


@pytest.mark.parametrize("parts", EACH)
def test_the_window_asks_for_the_passphrase_and_offers_no_new_journal(
    qtbot, theme, without, resources, tmp_path, parts
):
    journal = without(parts)
    app = App(Config(journal, resources, Preferences(tmp_path / "config.toml")))
    window: MainWindow = app.window(InlineTasks(), SystemDialogs(), theme)
    qtbot.addWidget(window)
    assert window.centralWidget().objectName() == "unlock-page"


def test_all_parts_lost_but_a_backup_is_still_no_new_journal(run, without, qtbot, theme, resources, tmp_path):
    journal = without([DATABASE, KEYS, SECOND])
    (journal / "backups").mkdir()
    app = App(Config(journal, resources, Preferences(tmp_path / "config.toml")))
    window = app.window(InlineTasks(), SystemDialogs(), theme)
    qtbot.addWidget(window)
    assert window.centralWidget().objectName() == "unlock-page"
    assert run("create", journal, "--passphrase-fd", said())[0] == 1
    assert [path.name for path in journal.iterdir()] == ["backups"]
