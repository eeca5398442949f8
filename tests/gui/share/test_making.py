"""The file that is made of what is ticked, in every format, and the copy that it is made from."""

from dataclasses import replace

import pytest

from kat_journal.gui.share.asked import Asked, Kind
from kat_journal.gui.share.loading import Wish, load
from kat_journal.gui.share.making import MADE_WHEN_SAVING, Copies, make
from kat_journal.services.replacements import Replacement
from kat_journal.services.summaries import Choice, Edited, Edits, words_in

NADIA = Edits((Replacement("Nadia", "N."),))


@pytest.fixture
def wish(demo):
    loaded = load(demo, Asked(Kind.EVERYTHING), "Ring {clinic}.")

    def wish(format="markdown", edits=NADIA):
        chosen = frozenset(one.key for one in loaded.candidates)
        return Wish(loaded, chosen, Choice(), "Jess", format, copy=Edited(loaded.material), edits=edits)

    return wish


def made(demo, wish, copies=None):
    return make(demo.summaries, demo.exports, copies or Copies(), wish)


def test_the_file_of_each_format_is_what_the_whole_document_gives(demo, wish):
    for format in demo.exports.formats():
        found = made(demo, wish(format))
        material = replace(found.wish.copy.material, name="Jess")
        whole = demo.summaries.compose(material, found.wish.chosen)

        assert found.composed.data == demo.exports.render(whole, format)
        assert found.composed.text.encode() == found.composed.data


@pytest.mark.parametrize("format", sorted(MADE_WHEN_SAVING))
def test_what_is_made_when_it_is_saved_shows_its_words(demo, wish, format):
    found = made(demo, wish(format))

    assert found.composed.data is None
    assert found.composed.text == made(demo, wish("text")).composed.text


def test_the_words_are_those_of_the_document(demo, wish):
    found = made(demo, wish())

    assert found.composed.words == words_in(found.composed.summary)


def test_the_list_of_names_is_heeded_and_what_left_is_told(demo, wish):
    found = made(demo, wish())

    assert "Nadia" not in found.composed.text
    assert "Nadia" in made(demo, wish(edits=Edits())).composed.text
    assert found.wish.copy.changes_in(found.wish.chosen)
    assert found.leaving == demo.summaries.leaving(found.wish.copy.material, found.wish.chosen)


def test_the_copy_is_made_once_for_each_change_of_the_edits(demo, wish):
    copies = Copies()

    first = made(demo, wish(), copies).wish.copy
    again = made(demo, wish(), copies).wish.copy
    other = made(demo, wish(edits=Edits()), copies).wish.copy

    assert again is first
    assert other is not first


def test_something_to_be_looked_at_first_rings(demo, wish):
    found = made(demo, wish())
    assert found.rings == any(section.name == "first-look" for section in found.composed.summary.sections)
    assert not made(demo, Wish(found.wish.loaded, _sessions(found), Choice(), "", copy=found.wish.copy)).rings


def _sessions(found):
    return frozenset(key for key in found.leaving if key.startswith("session:"))


@pytest.mark.parametrize("kind", [Kind.SUMMARY, Kind.SESSION])
def test_what_is_gone_is_read_as_the_usual_days(journal, kind):
    loaded = load(journal, Asked(kind, session_id=7), "")

    assert loaded.asked == Asked()
    assert loaded.period == loaded.usual


def test_a_session_that_is_gone_is_the_newest_one(demo):
    loaded = load(demo, Asked(Kind.SESSION, session_id=999), "")

    assert loaded.asked.session_id == loaded.sessions[0].id


def test_a_range_without_days_is_the_usual_one(demo):
    loaded = load(demo, Asked(Kind.RANGE), "")

    assert loaded.period == loaded.usual
