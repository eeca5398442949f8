"""The list of words, and where the resources are."""

import re

import pytest

from kat_journal.content.locate import resources_folder
from kat_journal.content.wordlist import FEWEST, load_words
from kat_journal.errors import PackError


def test_words_are_plain_distinct_and_enough(resources):
    words = load_words(resources)

    assert len(words) == len(set(words)) >= FEWEST
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in words)


@pytest.mark.parametrize("text", ["", "one two one", "same\n" * 3000])
def test_a_short_or_repeating_list_is_refused(tmp_path, text):
    (tmp_path / "wordlist").mkdir()
    (tmp_path / "wordlist" / "en.txt").write_text(text, "utf-8")

    with pytest.raises(PackError, match=r"wordlist/en\.txt: must hold at least 2048 words, each once"):
        load_words(tmp_path)


def test_a_list_with_one_word_twice_is_refused(tmp_path, resources):
    (tmp_path / "wordlist").mkdir()
    (tmp_path / "wordlist" / "en.txt").write_text("acorn\n" + "\n".join(load_words(resources)), "utf-8")

    with pytest.raises(PackError, match="each once"):
        load_words(tmp_path)


def test_a_missing_list_is_refused(tmp_path):
    with pytest.raises(PackError, match=r"wordlist/en\.txt: cannot be read"):
        load_words(tmp_path)


def test_resources_stand_in_the_package_or_beside_it(tmp_path):
    package = tmp_path / "kat_journal"
    with pytest.raises(PackError, match="the program's own texts are missing"):
        resources_folder(package)
    for place in (tmp_path / "resources", package / "resources"):
        (place / "packs" / "core").mkdir(parents=True)
        (place / "packs" / "core" / "pack.toml").touch()
        assert resources_folder(package) == place
