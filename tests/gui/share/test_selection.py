"""What is ticked, whatever a person does."""

from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.form import Section
from kat_journal.gui.share.selection import Selection
from kat_journal.services.summaries import Candidate

KEYS = tuple("abcdef")


def candidate(key, guarded, ticked):
    return Candidate(key, Section.WORDS, f"group {ord(key) % 2}", key, "words", guarded=guarded, ticked=ticked)


CANDIDATES = st.lists(st.sampled_from(KEYS), unique=True).flatmap(
    lambda keys: st.tuples(*[st.builds(candidate, st.just(key), st.booleans(), st.booleans()) for key in keys])
)
DEEDS = st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(KEYS), min_size=1), st.booleans()), max_size=8)


def do(selection, deeds):
    for many, keys, ticked in deeds:
        if many:
            selection.set_many(keys, ticked)
        else:
            selection.set(keys[0], ticked)


@given(CANDIDATES, DEEDS)
def test_a_guarded_one_is_ticked_by_nothing_but_its_own_tick(candidates, deeds):
    selection = Selection(candidates)
    by_hand = {keys[0] for many, keys, ticked in deeds if not many and ticked}

    do(selection, deeds)

    guarded = {one.key for one in candidates if one.guarded}
    assert selection.chosen & guarded <= by_hand
    assert selection.chosen <= {one.key for one in candidates}


@given(CANDIDATES, DEEDS)
def test_another_reading_keeps_what_was_decided_and_asks_for_the_guarded_ones_again(candidates, deeds):
    selection = Selection(candidates)
    do(selection, deeds)

    again = Selection(candidates, selection.decided)

    assert again.chosen == {one.key for one in candidates if not one.guarded and selection.is_ticked(one.key)}


@given(CANDIDATES, DEEDS)
def test_what_was_decided_outlasts_days_without_it(candidates, deeds):
    selection = Selection(candidates)
    do(selection, deeds)

    elsewhere = Selection((), selection.decided)

    assert Selection(candidates, elsewhere.decided).chosen == Selection(candidates, selection.decided).chosen


@given(CANDIDATES)
def test_the_groups_hold_each_candidate_once_and_the_guarded_ones_last(candidates):
    groups = Selection(candidates).groups()

    listed = [one for group in groups for one in group.candidates]
    assert sorted(one.key for one in listed) == sorted(one.key for one in candidates)
    assert [group.guarded for group in groups] == sorted(group.guarded for group in groups)
    assert sum(group.guarded for group in groups) <= 1
