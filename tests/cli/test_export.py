import logging
import stat

import pytest

from kat_journal.config import default_preferences
from tests.helpers.command import export, ran

DAY = "2026-11-23"
PRIVATE = "The river. I was in it and it was also me breathing."


def test_a_summary_holds_what_is_marked_to_share_and_says_that_it_is_not_encrypted(run, journal, tmp_path):
    target = tmp_path / "summary.md"

    status, out, err = run(*export(journal, target, "--from", "2026-11-01", "--to", DAY))

    assert (status, out, err) == (0, f"summary: {target}\nThis file is not encrypted.\n", "")
    text = target.read_text(encoding="utf-8")
    assert "Why the coat. Whether to tell my sister." in text
    assert PRIVATE not in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_everything_is_for_the_persons_own_keeping(run, journal, tmp_path):
    assert run(*export(journal, tmp_path / "all.md", "--everything", "--from", "2026-11-01", "--to", DAY))[0] == 0

    assert PRIVATE in (tmp_path / "all.md").read_text(encoding="utf-8")


def test_an_export_writes_over_nothing(run, journal, tmp_path):
    target = tmp_path / "summary.md"
    target.write_text("mine", encoding="utf-8")

    status, out, err = run(*export(journal, target, "--from", "2026-11-01", "--to", DAY))

    assert (status, out) == (1, "")
    assert err.startswith("There is already something at that place.")
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("nowhere", "There is no journal here."), (".", "This is not a journal that KAT Journal can open.")],
)
def test_a_folder_without_a_journal_is_said_to_be_one(run, tmp_path, place, sentence):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    status, _, err = run(*export(tmp_path / place, tmp_path / "summary.md"))

    assert status == 1
    assert err.startswith(sentence)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "letter.txt"]


def test_a_wrong_passphrase_is_refused_without_being_repeated(run, journal, tmp_path):
    status, out, err = run(*export(journal, tmp_path / "summary.md", passphrase="zanzibar marmalade"))

    assert (status, out) == (1, "")
    assert err.startswith("That passphrase does not open this journal.")
    assert "zanzibar" not in err


def test_the_sentence_is_in_the_language_that_was_chosen(run, journal, tmp_path):
    default_preferences().parent.mkdir(parents=True)
    default_preferences().write_text('language = "de"\n', encoding="utf-8")

    err = run(*export(journal, tmp_path / "summary.md", passphrase="something else"))[2]
    out = run(*export(journal, tmp_path / "summary.md", "--from", "2026-11-01", "--to", DAY))[1]

    assert err.startswith("Diese Passphrase")
    assert out.endswith("Diese Datei ist nicht verschlüsselt.\n")


def test_what_nothing_expected_is_said_without_a_traceback_or_anybodys_words(run, journal, tmp_path, caplog):
    with caplog.at_level(logging.ERROR):
        status, out, err = run(*export(journal, "a\0zanzibar", "--from", "2026-11-01", "--to", DAY))

    assert (status, out) == (1, "")
    assert err == "Something went wrong. Your journal is as it was. Please try again.\n"
    assert "ValueError at" in caplog.text
    assert "zanzibar" not in caplog.text


@pytest.mark.parametrize("descriptor", ["987", "-5"])
def test_a_file_descriptor_that_is_not_open_is_refused(run, journal, tmp_path, descriptor):
    command = ["--journal", journal, "export", "-o", tmp_path / "out.md", f"--passphrase-fd={descriptor}"]

    status, _, err = run(*command)

    assert status == 1
    assert err.startswith("The passphrase could not be read.")


def test_without_a_terminal_the_passphrase_is_not_asked_for_in_sight(tmp_path, journal):
    done = ran(tmp_path / "home", "--journal", journal, "export", "-o", tmp_path / "out.md")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The passphrase could not be read.")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since-last-appointment", "--from", DAY], "not allowed with argument"),
        (["--format", "parchment"], "'parchment' is none of: "),
        (["--to", "monday"], "'monday' is not a day such as 2026-11-23"),
        (["--today", DAY], "unrecognized arguments"),
        (["--passphrase", "3"], "unrecognized arguments"),
    ],
)
def test_an_export_that_makes_no_sense_is_wrong_usage(misuse, tmp_path, arguments, said):
    assert said in misuse("export", "-o", tmp_path / "out.md", *arguments)


@pytest.mark.parametrize("arguments", [["dance"], ["export"], ["create"], ["check-pack"], ["--nothing"]])
def test_an_unknown_command_or_a_missing_part_is_wrong_usage(misuse, arguments):
    assert misuse(*arguments).startswith("usage: kat-journal")
