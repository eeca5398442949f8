"""What is kept of a visit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.gui.share.asked import Asked, Kind
from kat_journal.gui.share.visit import Visit

TODAY = date(2026, 11, 23)
DAYS = st.one_of(st.just(()), st.tuples(st.dates(), st.dates()))
VISITS = st.builds(
    Visit,
    st.builds(Asked, st.sampled_from(Kind), DAYS, st.one_of(st.none(), st.integers(1, 10**9))),
    st.dictionaries(st.text(max_size=20), st.booleans(), max_size=9),
    st.sampled_from(["", "markdown", "pdf"]),
    st.frozensets(st.text(max_size=20), max_size=4),
    st.dictionaries(st.text(max_size=16), st.tuples(st.text(max_size=16), st.lists(st.integers(0)).map(tuple))),
)


@given(VISITS)
def test_a_visit_is_found_as_it_was_on_the_same_day_only(visit):
    kept = visit.kept(TODAY)

    assert Visit.found(kept, TODAY) == visit
    assert Visit.found(kept, TODAY + timedelta(days=1)) == Visit()


def test_nothing_done_is_nothing_kept():
    assert Visit().kept(TODAY) == ""


@pytest.mark.parametrize(
    "kept", ["", "x", "[]", "{}", "12", '{"today": "2026-11-23"}', '{"today": "2026-11-23", "kind": 1}']
)
def test_what_makes_no_sense_is_a_new_visit(kept):
    assert Visit.found(kept, TODAY) == Visit()


@given(st.text())
def test_no_text_is_too_strange(kept):
    assert isinstance(Visit.found(kept, TODAY), Visit)
