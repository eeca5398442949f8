import os
import stat

import pytest

from kat_journal.storage.opening import open_vault
from tests.helpers.command import at_terminal, piped

WORDS = "amber lantern quiet river"


def test_a_journal_is_made_where_nothing_was(run, tmp_path):
    folder = tmp_path / "New"

    assert run("create", folder, "--passphrase-fd", piped(WORDS + "\nnot this line")) == (0, f"journal: {folder}\n", "")
    open_vault(folder, WORDS).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_journal_is_made_over_nothing(run, tmp_path, kind):
    place = tmp_path / "There"
    {"file": place.touch, "folder": place.mkdir, "link": lambda: place.symlink_to("nowhere")}[kind]()

    status, out, err = run("create", place, "--passphrase-fd", piped(WORDS))

    assert (status, out) == (1, "")
    assert err == "There is already something at that place. Nothing was changed. Choose another name.\n"


@pytest.mark.parametrize("words", ["", "short", "\udcff" * 20])
def test_a_passphrase_that_protects_nothing_makes_nothing(run, tmp_path, words):
    reading, writing = os.pipe()
    os.write(writing, words.encode(errors="surrogateescape"))
    os.close(writing)

    status, _, err = run("create", tmp_path / "New", "--passphrase-fd", reading)

    assert status == 1
    assert err.startswith("That passphrase is too short to protect your words.")
    assert not (tmp_path / "New").exists()


def test_at_a_terminal_a_new_passphrase_is_asked_for_twice_and_never_shown(tmp_path):
    status, shown = at_terminal(tmp_path / "home", ["create", tmp_path / "New"], [WORDS + "\n", WORDS + "\n"])

    assert status == 0
    assert "Passphrase: " in shown
    assert "The same once more: " in shown
    assert WORDS not in shown
    open_vault(tmp_path / "New", WORDS).close()


def test_two_different_passphrases_make_nothing(tmp_path):
    status, shown = at_terminal(tmp_path / "home", ["create", tmp_path / "New"], [WORDS + "\n", "another one\n"])

    assert status == 1
    assert "The two passphrases are not the same." in shown
    assert not (tmp_path / "New").exists()


def test_whoever_changes_their_mind_at_the_prompt_sees_no_traceback(tmp_path):
    status, shown = at_terminal(tmp_path / "home", ["create", tmp_path / "New"], ["\x03"])

    assert (status, shown.split()) == (1, ["Passphrase:"])
