import pytest

from kat_journal.domain.composing import Choice, compose
from tests.golden import fictional as f
from tests.helpers.summaries import EVERYTHING


@pytest.fixture
def made(messages):
    """Composes the fictional journal, or one that differs a little."""

    def make(chosen=EVERYTHING, choice=None, **changes):
        return compose(f.material(**changes), frozenset(chosen), choice or Choice(), messages)

    return make
