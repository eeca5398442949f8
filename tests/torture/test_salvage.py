"""Bad pages anywhere in a journal of some 1,200 (R8): nearly all words survive, and no other comes up."""

import random
import shutil

import pytest

from tests.storage.making import contents
from tests.storage.salvage_making import damaged_copy, make_large, pages_in, saved, words_of
from tests.torture.numbers import often


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "Journal"
    make_large(folder)
    return folder


@pytest.mark.parametrize(("bad", "goal"), [(1, 0.998), (3, 0.996), (10, 0.985)])
def test_nearly_all_words_survive_bad_pages(large, tmp_path, bad, goal):
    all_words, shares = words_of(large), []
    assert 1100 < pages_in(large) < 1400
    for seed in range(often(50, 10)):
        pages = random.Random(seed).sample(range(1, pages_in(large) + 1), bad)
        place = tmp_path / f"{seed}"
        folder = damaged_copy(large, place / "Journal", pages)
        before = contents(folder)

        salvaged = saved(folder)

        found = words_of(place / "New")
        assert contents(folder) == before
        assert salvaged.bad_pages == bad
        assert sum((found - all_words).values()) <= 2 * salvaged.cut  # words that the cut goes through, and its sign
        shares.append(sum((found & all_words).values()) / sum(all_words.values()))
        shutil.rmtree(place)
    assert sum(shares) / len(shares) >= goal
    assert min(shares) >= goal - 0.008  # one page can hold the beginning of the longest text, 0.6 % of all words
