"""The packs that were added, as the vault keeps them."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.storage.packs import LONG_AGO, Packs, StoredPack
from tests.storage.making import NOW

FILES = {"pack.toml": 'id = "a"', "forms/b.toml": "Fr\u00fch \U0001f30a <b>"}


def test_packs_come_back_in_the_order_in_which_they_were_added(connection):
    later, first = (StoredPack(name, "1", FILES, NOW + timedelta(days=day)) for name, day in (("a", 2), ("b", 1)))
    packs = Packs(connection)
    packs.put(later)
    packs.put(first)

    assert Packs(connection).packs() == (first, later)


def test_a_new_version_takes_the_place_of_the_earlier_one_and_keeps_its_day(connection):
    packs = Packs(connection)
    packs.put(StoredPack("a", "1", FILES, NOW))
    packs.put(StoredPack("a", "2", {"pack.toml": "x"}, NOW + timedelta(days=9)))

    assert packs.packs() == (StoredPack("a", "2", {"pack.toml": "x"}, NOW),)


def test_a_pack_that_is_taken_away_leaves_the_others(connection):
    packs = Packs(connection)
    for name in ("a", "b"):
        packs.put(StoredPack(name, "1", FILES, NOW))
    packs.delete("a")
    packs.delete("never there")

    assert [pack.id for pack in packs.packs()] == ["b"]


def test_files_that_cannot_be_read_any_more_are_none(connection):
    Packs(connection).put(StoredPack("a", "1", FILES, NOW))
    for damaged in ("", "[]", '{"a": 1}', "{"):
        with connection.writing():
            connection.execute("UPDATE pack SET files = ?", (damaged,))

        assert Packs(connection).packs() == (StoredPack("a", "1", {}, NOW),)


@pytest.mark.parametrize("damaged", ["", "yesterday", "2026-11-23T10:30:00"])
def test_a_day_that_cannot_be_read_any_more_costs_nothing_else(connection, damaged):
    Packs(connection).put(StoredPack("a", "1", FILES, NOW))
    with connection.writing():
        connection.execute("UPDATE pack SET installed_at = ?", (damaged,))

    assert Packs(connection).packs() == (StoredPack("a", "1", FILES, LONG_AGO),)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=50)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one row, written anew each time
@given(files=st.dictionaries(TEXTS, TEXTS, max_size=5))
def test_any_text_comes_back_as_it_was(connection, files):
    Packs(connection).put(StoredPack("a", "1", files, NOW))

    assert Packs(connection).packs() == (StoredPack("a", "1", files, NOW),)
