import os
import re
import shutil
import subprocess
import sys

import pytest

from kat_journal.services import self_check
from kat_journal.services.self_check import findings

LOOKED_AT = [
    "cipher",
    "export formats",
    "migrations",
    "forms",
    "support texts",
    "sentences",
    "passphrase words",
    "common passphrases",
    "core pack",
    "guide",
    "fonts",
    "styles",
]


@pytest.fixture
def copy(resources, tmp_path):
    """The program's own texts, free to be damaged; the guide lies beside them as in a checkout."""
    shutil.copytree(resources.parent / "docs", tmp_path / "docs")
    return shutil.copytree(resources, tmp_path / "resources")


def wrong(folder):
    return {one.text.split(": ")[0]: one.text for one in findings(folder) if not one.good}


def test_this_installation_is_whole(resources):
    found = findings(resources)

    assert [one.text.split(": ")[0] for one in found] == LOOKED_AT
    assert all(one.good for one in found)


def test_each_finding_says_what_was_found(resources):
    said = dict(one.text.split(": ", 1) for one in findings(resources))

    assert re.match(r"\d+\.\d+\.\d+", said["cipher"])
    assert "markdown" in said["export formats"].split(", ")
    assert said["core pack"] == "no problems"
    assert said["common passphrases"] == "refused"
    assert said["styles"] == "base.qss, tokens.toml"
    for counted in ("migrations", "forms", "support texts", "sentences", "passphrase words", "guide", "fonts"):
        assert int(said[counted]) >= 1


def test_a_whole_copy_is_as_good(copy):
    assert wrong(copy) == {}


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("packs/core/forms", {"forms", "support texts", "core pack"}),
        ("support", {"support texts"}),
        ("translations/en/messages.toml", {"sentences"}),
        ("wordlist", {"passphrase words"}),
        ("fonts", {"fonts"}),
        ("styles", {"styles"}),
    ],
)
def test_a_part_that_was_not_packed_is_found(copy, lost, named):
    place = copy / lost
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()

    assert set(wrong(copy)) == named


@pytest.mark.parametrize("folder", ["fonts", "styles"])
def test_an_empty_folder_is_no_part(copy, folder):
    for path in (copy / folder).iterdir():
        path.unlink()

    assert wrong(copy) == {folder: f"{folder}: none"}


def test_a_damaged_form_is_named(copy):
    form = sorted((copy / "packs" / "core" / "forms").glob("*.toml"))[0]
    form.write_text("id = ", encoding="utf-8")

    found = wrong(copy)

    assert set(found) == {"forms", "support texts", "core pack"}
    assert form.name in found["core pack"]


def test_damaged_sentences_are_found_and_named_by_kind(copy):
    (copy / "translations" / "en" / "messages.toml").write_text('"a" = 1\n', encoding="utf-8")

    assert set(wrong(copy)) == {"sentences"}


def test_too_few_words_make_no_passphrase(copy):
    (list_of_words,) = (copy / "wordlist").glob("*.txt")
    words = list_of_words.read_text(encoding="utf-8").split()
    list_of_words.write_text("\n".join(words[:100]), encoding="utf-8")

    assert set(wrong(copy)) == {"passphrase words"}


def test_common_passphrases_that_are_not_known_are_a_finding(resources, tmp_path):
    """A stand-in for a package whose lists of words were left out; in a process of its own, for it is loaded once."""
    (tmp_path / "zxcvbn.py").write_text("def zxcvbn(_):\n    return {'guesses': 1e9}\n", encoding="utf-8")
    looked = (
        "import pathlib, sys\n"
        "from kat_journal.services.self_check import findings\n"
        "print(*(one.text for one in findings(pathlib.Path(sys.argv[1])) if not one.good), sep='\\n')\n"
    )
    paths = os.pathsep.join(map(str, (tmp_path, resources.parent)))
    command = [sys.executable, "-c", looked, str(resources)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": paths})

    assert ran.stdout == "common passphrases: not known\n"


def test_a_passphrase_that_is_not_refused_is_a_finding():
    assert self_check._refused() == "refused"
    with pytest.raises(ValueError, match="not known"):
        self_check._refused("seven plum harbour lights")


def test_what_fails_without_a_word_is_named_by_its_kind():
    def fail():
        raise NotImplementedError

    found = self_check._found("thing", fail)

    assert not found.good
    assert found.text.startswith("thing: NotImplementedError at fail")
