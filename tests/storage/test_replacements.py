import pytest
import sqlcipher3

from kat_journal.domain.ids import Uid
from kat_journal.domain.replacing import Replacement
from kat_journal.storage.contents import counts_of
from kat_journal.storage.replacements import Replacements


def test_names_are_added_changed_and_taken_off_the_list(connection):
    kept = Replacements(connection)
    anna = Replacement("Anna", "A.", False, Uid("uid-1"))
    will = Replacement("Will \ud83d\ude00", "W.", True, Uid("uid-2"))
    kept.put(anna)
    kept.put(will)
    assert kept.all() == (anna, Replacement("Will \U0001f600", "W.", True, Uid("uid-2")))
    changed = Replacement("Ann", "my partner", True, Uid("uid-1"))
    kept.put(changed)
    assert kept.all()[0] == changed
    kept.put(anna)
    assert kept.all()[0] == anna
    kept.delete(Uid("uid-2"))
    kept.delete(Uid("uid-2"))
    assert kept.all() == (anna,)


def test_two_lines_of_one_name_are_refused_and_change_nothing(connection):
    kept = Replacements(connection)
    kept.put(Replacement("Anna", "A.", False, Uid("uid-1")))
    with pytest.raises(sqlcipher3.IntegrityError):
        kept.put(Replacement("Anna", "B.", True, Uid("uid-2")))
    assert kept.all() == (Replacement("Anna", "A.", False, Uid("uid-1")),)


def test_a_copy_without_one_of_the_names_is_not_taken_for_whole(connection):
    Replacements(connection).put(Replacement("Anna", "A.", False, Uid("uid-1")))
    whole = counts_of(connection)
    with connection.writing():
        connection.execute("DELETE FROM replacement")
    assert counts_of(connection) != whole
