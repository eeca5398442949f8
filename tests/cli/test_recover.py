import os

import pytest

from kat_journal.errors import WrongPassphraseError
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from kat_journal.storage.rekeying import code_for
from tests.helpers.command import at_terminal, piped, ran
from tests.storage.making import contents

NEW = "seven plum harbour lights"
SAID = "The new passphrase opens this journal now. The old passphrase no longer opens it.\n"


@pytest.fixture
def code(journal):
    return code_for(journal, PASSPHRASE)


def recover(folder, code, passphrase):
    """The arguments that set a new passphrase by a code."""
    return ["--journal", folder, "recover", "--code-fd", piped(code), "--passphrase-fd", piped(passphrase)]


def answers(folder, passphrase):
    vault = open_vault(folder, passphrase)
    try:
        return vault.connection.row("SELECT count(*) FROM answer")[0]
    finally:
        vault.close()


def test_the_code_opens_the_same_words_with_a_new_passphrase_and_no_longer_with_the_old(run, journal, code):
    before = answers(journal, PASSPHRASE)

    assert run(*recover(journal, code.lower().replace("-", " ") + "\n", NEW + "\nnot this line")) == (0, SAID, "")

    assert answers(journal, NEW) == before > 0
    with pytest.raises(WrongPassphraseError):
        open_vault(journal, PASSPHRASE)


def test_the_code_opens_a_journal_whose_key_files_are_lost(run, journal, code):
    before = answers(journal, PASSPHRASE)
    for name in ("keys.json", "keys.json.bak"):
        (journal / name).unlink()

    assert run(*recover(journal, code, NEW))[0] == 0

    assert answers(journal, NEW) == before


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (lambda code: code[5:], "A recovery code has 8 groups of 4. The number of groups typed here is 7."),
        (lambda code: code[:-1] + "U", "There is a mistake in group 8 of the recovery code."),
        (lambda code: "04HM-ASW9-NF6Y-Y000-0000-0000-005J-KNFA", "This recovery code does not open this journal."),
        (lambda code: "", "A recovery code has 8 groups of 4."),
    ],
)
def test_a_code_that_is_not_the_right_one_changes_nothing(run, journal, code, mistake, said):
    before = contents(journal)

    status, out, err = run(*recover(journal, mistake(code), NEW))

    assert (status, out) == (1, "")
    assert err.startswith(said)
    assert err.count("\n") == 1
    assert code not in err
    assert contents(journal) == before


@pytest.mark.parametrize(
    ("new", "said"),
    [("short", "That passphrase is too short"), ("password1234", "That passphrase is easy to guess")],
)
def test_a_new_passphrase_that_protects_nothing_changes_nothing(run, journal, code, new, said):
    before = contents(journal)

    status, _, err = run(*recover(journal, code, new))

    assert status == 1
    assert err.startswith(said)
    assert contents(journal) == before


def test_a_code_that_cannot_be_read_is_said_plainly(run, journal, tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    os.close(writing)

    status, _, err = run("--journal", journal, "recover", "--code-fd", reading)
    nobody = ran(tmp_path / "elsewhere", "--journal", journal, "recover")

    assert (status, nobody.returncode) == (1, 1)
    assert err.startswith("The recovery code could not be read.")
    assert nobody.stderr.startswith("The recovery code could not be read.")


def test_where_there_is_no_journal_none_is_made(run, tmp_path, code):
    status, _, err = run(*recover(tmp_path / "Nowhere", code, NEW))

    assert status == 1
    assert err.startswith("There is no journal here.")
    assert not (tmp_path / "Nowhere").exists()


def test_at_a_terminal_the_code_is_seen_and_the_passphrase_is_not(tmp_path, journal, code):
    typed = [code + "\n", NEW + "\n", NEW + "\n"]

    status, shown = at_terminal(tmp_path / "home", ["--journal", journal, "recover"], typed)

    assert status == 0
    assert f"Recovery code: {code}" in shown
    assert NEW not in shown
    assert "The old passphrase no longer opens it." in shown
    answers(journal, NEW)


def test_at_a_terminal_a_mistyped_code_is_refused_before_any_passphrase_is_asked_for(tmp_path, journal, code):
    status, shown = at_terminal(tmp_path / "home", ["--journal", journal, "recover"], [code[:-1] + "\n"])

    assert status == 1
    assert "There is a mistake in group 8" in shown
    assert "assphrase: " not in shown
