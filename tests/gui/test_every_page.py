"""Every page of the window, over the demo's journal: named, reached by Tab in reading order, and nothing clipped."""

import shutil

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.domain.ids import FormId, SessionId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.theme import Theme
from kat_journal.services.demo import PASSPHRASE
from tests.gui import seeing
from tests.helpers.clock import FixedClock
from tests.helpers.dialogs import FakeDialogs

FORMS = sorted(path.stem for path in (resources_folder() / "packs" / "core" / "forms").glob("*.toml"))
SIZES = {"small": (100, 1024, 600), "large-text": (200, 1024, 600)}
HELD, PLANNED = SessionId(4), SessionId(5)


class Eyes:
    """Shows pages in the real window, everything inline, and judges what is on it."""

    def __init__(self, app, theme, qtbot):
        self.app = app
        self.qtbot = qtbot
        self.theme = theme
        self.window = app.window(InlineTasks(), FakeDialogs(), theme)

    def show(self, size):
        scale, width, height = SIZES[size]
        self.app.config.preferences.text_scale = scale
        self.window.apply_preferences()
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        seeing.settle()

    def find(self, name, kind=QWidget):
        return next(found for found in self.window.findChildren(kind, name) if found.isVisible())

    def sees(self, name):
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def press(self, name):
        self.find(name, QAbstractButton).click()
        seeing.settle()

    def unlock(self):
        field = self.find("passphrase")
        field.setText(PASSPHRASE)
        self.press("open")
        assert not self.window.is_locked

    @property
    def journal(self):
        return self.window.centralWidget()._context.journal

    def go(self, name, **where):
        self.window.centralWidget()._context.navigator.go(Place(name, **where))
        seeing.settle()

    def judge(self, page, *, targets=False):
        seeing.settle()
        window = self.window
        places = {widget: seeing.place(widget) for widget in seeing.controls(window)}
        found = [*seeing.unnamed(window), *seeing.unreached(window), *seeing.clipped(window)]
        found += [*seeing.overlapping(window), *(seeing.too_low(window) if targets else ())]
        stops = seeing.tab_stops(window)
        walk = seeing.walk(window)
        if not walk.closed:
            found.append(f"Tab goes in circles after {[seeing.named(stop) for stop in walk.stops[-3:]]}")
        found += [f"Tab never comes to {seeing.named(stop)}" for stop in stops if stop not in walk.stops]
        found += [f"Tab comes to {seeing.named(stop)}" for stop in walk.stops if stop not in stops]
        found += walk.hidden
        found += [
            f"{seeing.named(walk.stops[place])} does not show its focus"
            for place, differs in walk.pictures.items()
            if not differs and len(walk.stops) > 1
        ]
        found += seeing.out_of_order(walk.stops, places)
        assert not found, "\n".join([f"on {page}:", *found])


@pytest.fixture(params=list(SIZES))
def size(request):
    return request.param


@pytest.fixture
def look(qtbot, qapp, tmp_path, resources, kdf):
    """Opens the window on a folder."""
    windows = []

    def on(folder):
        preferences = Preferences(tmp_path / "config.toml", look="light", country="GB")
        app = App(Config(folder, resources, preferences), FixedClock(), lambda: None, kdf)
        theme = Theme(resources / "styles", resources / "fonts", qapp)
        eyes = Eyes(app, theme, qtbot)
        windows.append(eyes)
        return eyes

    yield on
    for eyes in windows:
        eyes.window.lock()
        eyes.window.close()
        eyes.window.deleteLater()
        eyes.theme.setParent(None)
        eyes.theme.deleteLater()
        seeing.settle()
        QApplication.setStyleSheet(qapp, "")


@pytest.fixture
def locked(look, demo_folder, tmp_path, size):
    folder = tmp_path / "Demo"
    shutil.copytree(demo_folder, folder)
    eyes = look(folder)
    eyes.show(size)
    return eyes


@pytest.fixture
def open_demo(locked):
    locked.unlock()
    return locked


def test_the_welcome(look, tmp_path, size):
    eyes = look(tmp_path / "New")
    eyes.show(size)
    eyes.judge("the first step")
    eyes.press("use-my-own")
    eyes.judge("the first step with a passphrase of one's own")
    eyes.find("new-passphrase").setText("a long enough one")
    eyes.press("go-on")
    eyes.judge("the first step with a slip")
    eyes.find("passphrase-again").setText("a long enough one")
    eyes.press("go-on")
    assert eyes.sees("next-session")
    eyes.judge("the second step")
    eyes.press("no-date")
    assert eyes.sees("today-sentence")
    eyes.judge("the first Today")
    for name in ("sessions", "write", "share"):
        eyes.press(f"nav-{name}")
        eyes.judge(f"an empty {name}")


def test_the_unlock_page(locked):
    locked.judge("unlock")
    locked.find("passphrase").setText("something else")
    locked.press("open")
    locked.judge("unlock with a wrong passphrase")


def test_support_while_locked(locked):
    locked.press("support")
    assert locked.sees("numbers")
    locked.judge("support while locked")


def test_today(open_demo):
    open_demo.judge("today")


def test_sessions(open_demo):
    open_demo.go(PageName.SESSIONS)
    open_demo.judge("sessions")
    for name in ("edit-course", "add-session", "add-appointment"):
        open_demo.press(name)
    open_demo.judge("sessions, all unfolded")


@pytest.mark.parametrize("session", [HELD, PLANNED])
def test_one_session(open_demo, session):
    open_demo.go(PageName.SESSION, session_id=session)
    open_demo.judge(f"session {session}")
    open_demo.press("add-move")
    open_demo.judge(f"session {session}, unfolded")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_in_the_runner(open_demo, form):
    open_demo.go(PageName.RUNNER, form_id=FormId(f"core:{form}"), session_id=HELD)
    asked = set()
    open_demo.judge(form, targets=True)
    while open_demo.sees("next") and open_demo.sees("question"):
        asked.add(open_demo.find("question").text())
        open_demo.press("next")
        if not open_demo.sees("question") or open_demo.find("question").text() in asked:
            break
        open_demo.judge(f"{form}, {open_demo.find('question').text()}", targets=True)
    if open_demo.sees("closing"):
        open_demo.judge(f"the end of {form}", targets=True)


def test_a_check_in_with_everything_unfolded(open_demo):
    form_id = FormId("core:check-in.next-day")
    draft = open_demo.journal.responses.begin(form_id, session_id=HELD).draft
    for item in draft.form.questions():
        if item.scale is not None:
            open_demo.journal.responses.save(draft, Answer(item.id, number=item.scale.points[-1].value))
    open_demo.go(PageName.RUNNER, form_id=form_id, session_id=HELD)
    open_demo.judge("a full check-in", targets=True)
    open_demo.press("done")
    open_demo.judge("its cards", targets=True)


@pytest.mark.parametrize("name", ["write", "share", "settings"])
def test_the_other_pages(open_demo, name):
    open_demo.press(f"nav-{name}")
    if name == "share":
        open_demo.qtbot.waitUntil(lambda: open_demo.sees("share-tick-0"))
        page = open_demo.window.centralWidget().page
        open_demo.qtbot.waitUntil(lambda: page.ticks.is_ready)
    open_demo.judge(name)


def test_support(open_demo):
    open_demo.press("nav-support")
    open_demo.judge("support")
    open_demo.go(PageName.SUPPORT, line="swelling")
    open_demo.judge("support at a line")


def test_the_guide(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("guide")
    open_demo.judge("the guide")


def test_a_larger_text_is_shown_whole_at_once(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("text-size-200")
    open_demo.judge("settings after a change of the text size")
