import pytest

from kat_journal.services.replacements import Replacement
from kat_journal.services.summaries import Edits, edited


@pytest.fixture
def names(journal):
    return journal.replacements


def test_a_name_is_kept_changed_and_taken_off_the_list(names):
    anna = names.put("  Anna \n Bell ", " my  partner ")
    assert names.all() == (anna,)
    assert anna == Replacement("Anna Bell", "my partner", uid=anna.uid)
    will = names.put("Will", "W.", as_written=True)
    changed = names.put("Ann", "A.", uid=anna.uid)
    assert names.all() == (changed, will)
    assert changed.uid == anna.uid
    names.delete(will.uid)
    assert names.all() == (changed,)


def test_a_name_that_is_on_the_list_already_is_changed_there(names):
    first = names.put("Zo\u00eb", "Z.")
    again = names.put("ZOE\u0308", "my sister")
    assert (again.uid, names.all()) == (first.uid, (again,))
    other = names.put("Bo", "B.")
    moved = names.put("zo\u00eb", "Y.", uid=other.uid)
    assert names.all() == (moved,)


@pytest.mark.parametrize(("name", "instead"), [("", "A."), (" - ", "A."), ("Anna", "  ")])
def test_what_cannot_be_used_changes_nothing(names, name, instead):
    kept = names.put("Anna", "A.")
    assert names.put(name, instead) is None
    assert names.all() == (kept,)


def test_the_journal_never_changes(journal, names, writer):
    writer.free_page("Anna was there.")
    names.put("Anna", "A.")
    material = journal.summaries.material(journal.summaries.default_period())
    copy = edited(material, Edits(names.all()))
    assert [one.after for one in copy.changes] == ["A. was there."]
    assert journal.written.newest(1)[0].words == "Anna was there."
    assert journal.summaries.material(journal.summaries.default_period()) == material
