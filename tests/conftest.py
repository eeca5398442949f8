"""What most tests stand on: a real vault with a fast key, a clock that stands still, and a page's surroundings."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kat_journal.config import Preferences
from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.content.messages import load_messages
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from tests.helpers.clock import FixedClock
from tests.helpers.dialogs import FakeDialogs

# Before Qt loads: no display is needed, and pictures use the project's fonts alone.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).parent.parent / "packaging" / "fonts.conf"))

# No test is about time: a busy machine fails none.
settings.register_profile("journal", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("journal")

PASSPHRASE = "copper lantern quiet meadow"
DEMO_DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def resources():
    return resources_folder()


@pytest.fixture(scope="session")
def kdf():
    """The least that a journal accepts, so that a test opens one in a few milliseconds."""
    return KdfParameters(8192, 1, 1)


@pytest.fixture(scope="session")
def library(resources):
    return load_library(resources)


@pytest.fixture(scope="session")
def messages(resources):
    return load_messages(resources, "en")


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture(scope="session")
def passphrase():
    return PASSPHRASE


@pytest.fixture
def vault(tmp_path, kdf):
    """A new, empty vault."""
    vault = create_vault(tmp_path / "Journal", PASSPHRASE, kdf)
    yield vault
    vault.close()


@pytest.fixture
def journal(vault, library, messages, clock):
    """Every service over an empty vault, in the United Kingdom."""
    return opened(vault, library, messages, clock)


def opened(vault, library, messages, clock):
    # Imported here, so that a test of a lower layer loads nothing above it.
    from kat_journal.services.journal import OpenJournal

    return OpenJournal(vault, library, messages, clock, lambda: "GB", kdf=KdfParameters(8192, 1, 1))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory, resources, library, messages, kdf):
    """The demo's vault, made once; opened through ``demo``, which works on a copy."""
    from kat_journal.services.demo import make

    folder = tmp_path_factory.mktemp("demo") / "Journal"
    make(folder, library, messages, resources, DEMO_DAY, kdf)
    return folder


@pytest.fixture
def demo(demo_folder, tmp_path, library, messages, clock):
    """The demo's journal, open on the day after its fourth session."""
    from kat_journal.services.demo import PASSPHRASE as DEMO_PASSPHRASE

    folder = tmp_path / "Demo"
    shutil.copytree(demo_folder, folder)
    vault = open_vault(folder, DEMO_PASSPHRASE)
    yield opened(vault, library, messages, clock)
    vault.close()


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "config.toml", country="GB", look="light")


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def theme(qapp, resources):
    """The light look at its usual size, on the whole program."""
    from kat_journal.gui.theme import LookChoice, Theme

    theme = Theme(resources / "styles", resources / "fonts", qapp)
    theme.apply(LookChoice.LIGHT, 100)
    yield theme
    theme.setParent(None)
    theme.deleteLater()


class Called:
    """A callback that counts its calls."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1


@pytest.fixture
def context(qapp, journal, theme, dialogs, clock, preferences):
    """The surroundings of a page over an empty journal."""
    return surroundings(journal, theme, dialogs, clock, preferences)


@pytest.fixture
def demo_context(qapp, demo, theme, dialogs, clock, preferences):
    """The surroundings of a page over the demo's journal."""
    return surroundings(demo, theme, dialogs, clock, preferences)


def surroundings(journal, theme, dialogs, clock, preferences):
    from kat_journal.gui.context import PageContext
    from kat_journal.gui.navigation import Navigator
    from kat_journal.gui.tasks import InlineTasks

    return PageContext(
        journal=journal,
        tasks=InlineTasks(),
        navigator=Navigator(),
        dialogs=dialogs,
        theme=theme,
        clock=clock,
        preferences=preferences,
        apply_preferences=Called(),
        lock=Called(),
    )


@pytest.fixture
def qtbot(qtbot):
    """The one of pytest-qt, but that it holds every widget until the test is over.

    By itself it keeps none alive: a page that only a test's own variable held is collected in the midst of painting
    itself while the events after the test are served, and takes the process along.
    """
    held = []
    add = qtbot.addWidget

    def add_and_hold(widget, **more):
        held.append(widget)
        add(widget, **more)

    qtbot.addWidget = add_and_hold
    yield qtbot
    held.clear()
