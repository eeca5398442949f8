from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.form import Anchor, Condition, Flag, Item, ItemType, Method, ScoreRule, Section, Timing
from kat_journal.domain.ids import AdviceId, FormDigest, ItemId
from kat_journal.storage.snapshots import Snapshots, decode, digest, encode
from tests.storage.making import FORM, NAUSEA, WORDS

RICH = replace(
    FORM,
    title="Fr\u00fch \U0001f30a",
    timing=Timing(Anchor.SESSION_END, timedelta(hours=-16), timedelta(hours=24), timedelta(days=2), every=30),
    flags=(Flag(Condition(NAUSEA, at_least=1), AdviceId("ring-now")),),
    scores=(ScoreRule("total", "Total", Method.SUM, (NAUSEA,), 0, 27, multiply=4, prorate=True),),
    items=(
        *FORM.items,
        Item(ItemId("more"), ItemType.NUMBER, "How often?", low=0, high=10.5, ask_if=Condition(WORDS, option="x")),
        Item(ItemId("place"), ItemType.STATEMENT, "Rest now.", section=Section.WORDS),
    ),
)


@pytest.mark.parametrize("form", [FORM, RICH])
def test_a_form_comes_back_from_its_snapshot(connection, form):
    key = Snapshots(connection).put(form)
    assert key == digest(form)
    assert Snapshots(connection).form(key) == form
    assert decode(encode(form)) == form
    assert encode(decode(encode(form))) == encode(form)


def test_the_same_form_is_stored_once(connection):
    snapshots = Snapshots(connection)
    assert snapshots.put(RICH) == snapshots.put(replace(RICH))
    assert connection.row("SELECT count(*) FROM form_snapshot")[0] == 1
    assert snapshots.form(digest(RICH)) is snapshots.form(digest(RICH))


def test_a_whole_number_is_the_same_however_it_was_written():
    assert digest(RICH) == digest(replace(RICH, scores=(replace(RICH.scores[0], low=0.0, high=27.0, multiply=4.0),)))
    assert digest(RICH) != digest(replace(RICH, version=2))


def test_an_unknown_digest_is_a_key_error(connection):
    with pytest.raises(KeyError):
        Snapshots(connection).form(FormDigest("none"))


def test_a_snapshot_that_was_undone_is_stored_the_next_time(connection):
    snapshots = Snapshots(connection)

    def half_done():
        with connection.writing():
            snapshots.put(FORM)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert connection.row("SELECT count(*) FROM form_snapshot")[0] == 0
    key = snapshots.put(FORM)
    assert Snapshots(connection).form(key) == FORM
