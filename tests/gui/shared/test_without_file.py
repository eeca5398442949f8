"""What was printed or copied: it left, and there never was a file of it."""

import pytest

from kat_journal.domain.material import Period
from kat_journal.services.exports import COPIED, PRINTED
from tests.helpers.clock import MONDAY_MORNING

DAY = MONDAY_MORNING.date()


@pytest.fixture
def leave(journal):
    """Notes that something left without a file."""

    def leave(way):
        return journal.exports.record(b"words", None, Period(DAY, DAY), frozenset({"answer:a:words"}), way)

    return leave


@pytest.mark.parametrize(("way", "words"), [(PRINTED, "Printed."), (COPIED, "Copied as text.")])
def test_it_says_how_it_left_and_speaks_of_no_file(show, leave, way, words):
    leave(way)
    page = show()

    assert f". {words} 1 thing was in it." in page.said("shared-0-about")
    assert page.said("shared-0-file") == ""
    assert "file" not in page.said("shared-0-about")
    assert not page.offers("shared-0-delete")
    assert not page.offers("shared-0-leave")


def test_it_has_no_fingerprint_that_anything_could_be_compared_with(show, leave, export):
    export("a.md")
    leave(PRINTED)
    page = show()
    for place in (0, 1):
        page.press(f"shared-{place}-inside")

    offered = [place for place in (0, 1) if page.offers(f"shared-{place}-fingerprint")]
    assert [page.said(f"shared-{place}-file") != "" for place in offered] == [True]


def test_taking_it_off_the_list_speaks_of_no_file(show, leave, export):
    export("a.md")
    leave(COPIED)
    page = show()
    asked = {}
    for place in (0, 1):
        page.press(f"shared-{place}-inside")
        page.press(f"shared-{place}-forget")
        asked[page.said(f"shared-{place}-file") == ""] = page.said(f"shared-{place}-notice-text")

    assert "A file that is still there stays" in asked[False]
    assert "file" not in asked[True]
    assert all("Backups made before today still hold the note" in words for words in asked.values())


def test_a_copy_of_everything_is_named_by_what_it_is_good_for(show, journal, tmp_path):
    journal.archive.save(tmp_path / "all.json", "json")
    page = show()

    assert "Saved as a file that can be brought in again (JSON)." in page.said("shared-0-about")
