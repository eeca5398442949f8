import logging
import os
import re
import shutil
import stat
import sys
import threading

import pytest

from kat_journal.cli import main
from kat_journal.config import default_journal, default_preferences
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.vault import open_vault
from tests.helpers.command import ROOT, at_terminal, piped, places, ran

DAY = "2026-11-23"
PRIVATE = "The river. I was in it and it was also me breathing."
WORDS = "amber lantern quiet river"


@pytest.fixture
def home(tmp_path):
    """A home of one's own; what a command changes in its process is put back afterwards."""
    kept = dict(os.environ)
    umask, hooks = os.umask(0o022), (sys.excepthook, threading.excepthook)
    os.environ.update(places(tmp_path / "home"))
    yield tmp_path / "home"
    os.environ.clear()
    os.environ.update(kept)
    os.umask(umask)
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture
def journal(demo_folder, tmp_path):
    """A copy of the demo's journal."""
    return shutil.copytree(demo_folder, tmp_path / "Journal")


@pytest.fixture
def run(home, capsys, caplog):
    """Runs a command here; gives its status, what it said, and what it said went wrong."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def misuse(home, capsys):
    """What is said to a command that makes no sense."""

    def misuse(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        assert ended.value.code == 2
        return capsys.readouterr().err

    return misuse


def export(folder, target, *more, passphrase=PASSPHRASE):
    return ["--journal", folder, "export", *more, "-o", target, "--passphrase-fd", piped(passphrase + "\n")]


def rows(folder):
    """Everything that the journal's tables hold, but for the one key that must differ."""
    vault = open_vault(folder, PASSPHRASE)
    try:
        tables = [row[0] for row in vault.connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: [tuple(row) for row in vault.connection.rows(f'SELECT * FROM "{name}"')] for name in tables}
    finally:
        vault.close()
    found["setting"] = [row for row in found["setting"] if not row[0].endswith(".private-key")]
    return found


# The window


@pytest.mark.parametrize("arguments", [[], ["run"], ["demo", "Made"]])
def test_without_a_display_the_window_is_refused_in_one_plain_line(tmp_path, arguments):
    done = ran(tmp_path / "home", *arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no display here, so the window cannot open.")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "Made").exists()


def test_the_commands_load_no_qt(home, journal, run):
    program = (
        "import sys\nfrom kat_journal.cli import main\nstatus = main(sys.argv[1:])\n"
        "sys.exit(status or any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", program, "self-check"], cwd=ROOT, check=False, capture_output=True)

    assert done.returncode == 0


# demo


def test_two_demos_of_one_day_hold_the_same_rows_and_give_the_same_summary(run, tmp_path):
    files = []
    for name in ("one", "two"):
        folder, target = tmp_path / name, tmp_path / f"{name}.md"
        status, out, err = run("demo", folder, "--no-window", "--today", DAY)
        assert (status, err) == (0, "")
        assert out == f"journal: {folder}\npassphrase: {PASSPHRASE}\n"
        days = ["--from", "2026-11-01", "--to", DAY]
        assert run(*export(folder, target, *days))[0] == 0
        files.append((rows(folder), target.read_bytes()))

    (first_rows, first_file), (second_rows, second_file) = files
    for table in first_rows | second_rows:
        if table != "share_record":  # the exports just made: their instants and names are not of the demo
            assert first_rows[table] == second_rows[table], table
    assert len(first_rows) > 10
    assert first_file == second_file
    assert b"## " in first_file


def test_a_demo_is_told_from_today_and_exported_since_the_last_appointment(run, tmp_path):
    assert run("demo", "--no-window")[0] == 0
    folder = default_journal().parent / "Demo"
    again = run("demo", "--no-window")

    assert again == (0, f"journal: {folder}\npassphrase: {PASSPHRASE}\n", ""), "made once, then only named"
    assert run(*export(folder, tmp_path / "usual.md"))[0] == 0
    assert run(*export(folder, tmp_path / "asked.md", "--since-last-appointment"))[0] == 0
    assert (tmp_path / "usual.md").read_bytes() == (tmp_path / "asked.md").read_bytes()
    assert run("demo", "--no-window", "--today", DAY)[0] == 1, "another day would be another demo"


def test_a_demo_is_never_made_in_a_folder_that_holds_something(run, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    status, out, err = run("demo", tmp_path, "--no-window")

    assert (status, out) == (1, "")
    assert err.startswith("There is already something at that place.")
    assert not (tmp_path / "journal.db").exists()


def test_the_demo_of_make_without_a_display_writes_and_names_a_summary(tmp_path):
    import subprocess

    from tests.helpers.command import surroundings

    command = [sys.executable, str(ROOT / "packaging" / "demo.py")]
    done = subprocess.run(
        command, env=surroundings(tmp_path), capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    target = re.findall("^summary: (.*)$", done.stdout, re.MULTILINE)[-1]
    with open(target, encoding="utf-8") as file:
        assert file.readline().startswith("# Notes for my appointment")


# create


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


# export


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


# Wrong usage


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


# check-pack, self-check, --version


def test_a_sound_pack_has_no_problems(run, resources):
    assert run("check-pack", resources / "packs" / "core") == (0, "No problems found.\n", "")


def test_each_problem_of_a_pack_is_named_with_its_pack(run, resources, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()

    status, out, err = run("check-pack", resources / "packs" / "core", pack)

    assert (status, out) == (1, f"{pack}: pack.toml: is missing\n")
    assert err == "This pack of forms cannot be used. Nothing was changed.\n"


def test_a_pack_that_cannot_be_used_is_refused_with_the_reason(run, journal, tmp_path):
    status, _, err = run("--pack", tmp_path / "none", *export(journal, tmp_path / "out.md"))

    assert status == 1
    assert re.match(r"This pack of forms cannot be used\. Nothing was changed\.\n.*pack\.toml", err)


def test_this_installation_is_whole(run):
    status, out, err = run("self-check")

    assert (status, err) == (0, "")
    assert all(line.startswith("ok: ") for line in out.splitlines())


def test_the_version_is_said(home, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert re.fullmatch(r"KAT Journal \d+\.\d+.*\n", capsys.readouterr().out)


# An installation that lost a part


@pytest.fixture
def copied(tmp_path):
    """A copy of the program with its resources inside."""
    package = tmp_path / "copy" / "kat_journal"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "kat_journal", package, ignore=ignored)
    shutil.copytree(ROOT / "resources", package / "resources", ignore=ignored)
    return package


def test_a_self_check_finds_what_an_artefact_lost(copied, tmp_path):
    shutil.rmtree(copied / "resources" / "fonts")
    (copied / "resources" / "translations" / "en" / "messages.toml").unlink()

    done = ran(tmp_path / "home", "self-check", path=copied.parent)

    assert done.returncode == 1
    wrong = [line for line in done.stdout.splitlines() if line.startswith("WRONG: ")]
    assert [line.split(": ")[1] for line in wrong] == ["sentences", "fonts"]
    assert done.stderr == "This installation of KAT Journal is not whole. Install KAT Journal again.\n"


def test_without_any_texts_of_its_own_the_program_still_says_so(copied, tmp_path):
    shutil.rmtree(copied / "resources")

    done = ran(tmp_path / "home", "self-check", path=copied.parent)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("resources: the program's own texts are missing\n")
