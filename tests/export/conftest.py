import pytest

from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, compose
from tests.golden.fictional import CHOSEN_BY_HAND, material


@pytest.fixture
def fictional(messages):
    """The fictional journal's summary: what is marked, and what that person ticks by hand."""
    stuff = material()
    chosen = CHOSEN_BY_HAND | {one.key for one in candidates(stuff, messages) if one.ticked}
    return compose(stuff, frozenset(chosen), Choice(), messages)
