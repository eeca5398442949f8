"""A questionnaire from the command line: shown first, added on a yes, and nothing changed without one."""

import json

import pytest

from kat_journal.services.demo import PASSPHRASE
from tests.helpers.command import at_terminal, piped

YES = {"linkId": "a", "text": "Did you sleep well?", "type": "boolean"}
LEFT_OUT = {"linkId": "b", "text": "Total", "type": "integer", "readOnly": True}


def command(journal, file, *more):
    secret = ("--passphrase-fd", piped(PASSPHRASE + "\n"))
    return ["--journal", journal, "import", "questionnaire", file, *more, *secret]


@pytest.fixture
def file(tmp_path):
    return written(tmp_path / "sleep.json", title="Sleep", item=[YES, LEFT_OUT], publisher="My clinic")


def written(path, **keys):
    path.write_text(json.dumps({"resourceType": "Questionnaire", "status": "active", **keys}), encoding="utf-8")
    return path


def test_it_says_what_it_adds_and_adds_it(run, journal, file):
    assert run(*command(journal, file, "--yes")) == (
        0,
        "form: Sleep (My clinic), questions: 1\n"
        "note: item[1]: is filled in by a program, not by the person, and is left out\n"
        "It is in your journal now.\n",
        "",
    )


def test_a_sheet_that_it_takes_the_place_of_is_named(run, journal, tmp_path, gad_7):
    status, out, _ = run(*command(journal, written(tmp_path / "gad.json", **gad_7), "--yes"))

    assert status == 0
    assert "It takes the place of: GAD-7 score sheet. What you answered there stays.\n" in out


def test_without_a_terminal_and_a_yes_nothing_is_added(run, journal, file):
    status, out, err = run(*command(journal, file))

    assert (status, out.splitlines()[0]) == (1, "form: Sleep (My clinic), questions: 1")
    assert err.startswith("This was not confirmed, so nothing was changed.")


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("Yes", 0), ("n", 1), ("", 1)])
def test_at_a_terminal_it_is_asked(journal, file, home, answer, status):
    arguments = ["--journal", journal, "import", "questionnaire", file]

    ended, shown = at_terminal(home, arguments, [f"{PASSPHRASE}\n", f"{answer}\n"])

    assert ended == status
    assert ("It is in your journal now." in shown) == (status == 0)
    assert PASSPHRASE not in shown


def test_what_cannot_be_used_is_refused_with_place_and_reason(run, journal, tmp_path):
    path = written(tmp_path / "x.json", title="X", item=[{**YES, "type": "url"}])

    assert run(*command(journal, path, "--yes")) == (
        1,
        "",
        "This questionnaire cannot be used here. Nothing was changed. Show the reason to whoever gave you the file.\n"
        "item[0].type: `url` asks for a web address\n",
    )


def test_a_file_of_another_kind_is_not_even_opened(run, journal, tmp_path):
    status, out, err = run(*command(journal, tmp_path / "pack.zip", "--yes"))

    assert (status, out) == (1, "")
    assert err.endswith("pack.zip: is no .json file\n")


def test_a_file_that_is_not_there_is_refused(run, journal, tmp_path):
    status, _, err = run(*command(journal, tmp_path / "none.json", "--yes"))

    assert status == 1
    assert err.endswith("none.json: cannot be read\n")


def test_the_format_must_be_named(misuse):
    assert "FORMAT" in misuse("import")


@pytest.fixture
def gad_7():
    """The codes of a GAD-7, and words of our own."""
    loinc = "http://loinc.org"
    rows = ("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7")
    answers = [
        {"valueCoding": {"system": loinc, "code": code, "display": words}}
        for code, words in zip(("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"), "abcd", strict=True)
    ]
    items = [{"linkId": f"/{row}", "text": f"Row {row}", "type": "choice", "answerOption": answers} for row in rows]
    return {"title": "Worry", "code": [{"system": loinc, "code": "69737-5"}], "item": items}
