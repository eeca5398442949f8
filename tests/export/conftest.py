import pytest

from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, compose
from tests.export.browser import Browser
from tests.export.hostile import listening
from tests.golden.fictional import CHOSEN_BY_HAND, material


@pytest.fixture
def fictional(messages):
    """The fictional journal's summary: what is marked, and what that person ticks by hand."""
    stuff = material()
    chosen = CHOSEN_BY_HAND | {one.key for one in candidates(stuff, messages) if one.ticked}
    return compose(stuff, frozenset(chosen), Choice(), messages)


@pytest.fixture(scope="package")
def browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def server():
    server = listening()
    yield server
    server.shutdown()
    server.server_close()
