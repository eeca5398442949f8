"""What of a journal an export takes, named on the command line."""

import pytest

from kat_journal.domain.ids import Uid
from kat_journal.domain.replacing import Replacement
from kat_journal.export.registry import formats
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from kat_journal.storage.replacements import Replacements
from kat_journal.storage.shares import Shares
from tests.helpers.command import export

DAYS = ("--from", "2026-11-01", "--to", "2026-11-23")
SHARED = "Why the coat. Whether to tell my sister."


def listed(journal, name, instead):
    """Put a name on the journal's list."""
    vault = open_vault(journal, PASSPHRASE)
    Replacements(vault.connection).put(Replacement(name, instead, False, Uid("uid")))
    vault.close()


def text(path):
    return path.read_text(encoding="utf-8")


def test_names_leave_as_the_persons_own_list_says_and_it_is_said_how_many(run, journal, tmp_path):
    listed(journal, "my sister", "S.")
    target = tmp_path / "summary.md"

    status, out, err = run(*export(journal, target, *DAYS))

    assert (status, err) == (0, "")
    assert "Whether to tell S." in text(target)
    assert "my sister" not in text(target)
    assert out.splitlines()[1] == "Lines in which a name was replaced, by your own list: 1."


def test_everything_is_said_to_be_everything_and_keeps_every_name(run, journal, tmp_path):
    listed(journal, "my sister", "S.")
    target = tmp_path / "all.md"

    status, out, _ = run(*export(journal, target, "--everything"))

    assert status == 0
    assert out == (
        f"summary: {target}\nThis file holds everything, private answers too. It is for you alone.\n"
        "This file is not encrypted.\n"
    )
    assert "my sister" in text(target)


def test_one_session_alone_leaves_without_the_others(run, journal, tmp_path):
    whole, alone = tmp_path / "all.md", tmp_path / "alone.md"
    assert run(*export(journal, whole, "--everything"))[0] == 0
    assert run(*export(journal, alone, "--everything", "--session", "1"))[0] == 0
    assert SHARED in text(whole)
    assert SHARED not in text(alone)
    assert 500 < len(text(alone)) < len(text(whole)) / 2

    status, _, err = run(*export(journal, tmp_path / "none.md", "--session", "99"))
    assert (status, err.startswith("There is no session of that number.")) == (1, True)


def test_since_the_last_summary_begins_on_the_day_on_which_that_was_saved(run, journal, tmp_path):
    status, _, err = run(*export(journal, tmp_path / "a.md", "--since-last-summary"))
    assert (status, err.startswith("No summary was saved before")) == (1, True)
    assert run(*export(journal, tmp_path / "a.md", *DAYS))[0] == 0

    assert run(*export(journal, tmp_path / "b.md", "--since-last-summary"))[0] == 0

    vault = open_vault(journal, PASSPHRASE)
    newest, _ = Shares(vault.connection).records()
    vault.close()
    assert newest.starts == newest.ends  # the real today, on which both were saved
    assert SHARED in text(tmp_path / "a.md")
    assert SHARED not in text(tmp_path / "b.md")


def test_every_format_of_the_registry_can_be_asked_for(run, journal, tmp_path):
    for name, one in formats().items():
        target = tmp_path / f"summary{one.suffix}"
        assert run(*export(journal, target, *DAYS, "--format", name))[0] == 0
        assert b"Why the coat" in target.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--session", "0"], "'0' is not the number of a session, such as 3"),
        (["--session", "\u00b2"], "is not the number of a session, such as 3"),
        (["--session", "1", "--since-last-summary"], "not allowed with argument"),
        (["--session", "1", "--to", "2026-11-23"], "argument --to: not allowed with argument --session"),
        (["--since-last-summary", "--from", "2026-11-23"], "not allowed with argument"),
    ],
)
def test_choices_that_contradict_each_other_are_wrong_usage(misuse, tmp_path, arguments, said):
    assert said in misuse("export", "-o", tmp_path / "out.md", *arguments)
