"""Every widget in every state on one page, which no person meets."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget

from kat_journal.gui import widgets
from kat_journal.gui.gallery.states import State, hold
from kat_journal.gui.theme import Look
from kat_journal.gui.widgets.buttons import Button
from tests.gui.contrast import photograph
from tests.gui.seeing import TARGET, clipped, is_inner, settle
from tests.helpers.command import ROOT, ran

PRESSED = (QAbstractButton, QLineEdit, QTextEdit, QAbstractSpinBox, QComboBox)
OF_QT = {"qt_tableview_cornerbutton"}
"""Never shown, and not to be pressed."""


def kinds():
    """Every class of gui/widgets that is shown."""
    for module in pkgutil.iter_modules(widgets.__path__):
        made = importlib.import_module(f"{widgets.__name__}.{module.name}")
        for _, kind in inspect.getmembers(made, inspect.isclass):
            if issubclass(kind, QWidget) and kind.__module__ == made.__name__:
                yield kind


def test_every_widget_is_in_it(open_gallery):
    gallery = open_gallery(Look.LIGHT)
    shown = {kind for widget in gallery.findChildren(QWidget) for kind in type(widget).__mro__}

    found = set(kinds())
    assert len(found) > 20, "else nothing was looked for"
    assert found - shown == set()


def test_every_kind_of_button_is_in_it(open_gallery):
    shown = {button.property("kind") for button in open_gallery(Look.LIGHT).findChildren(Button)}

    assert shown == {"primary", "secondary", "link", "choice", "toggle", "nav"}


@pytest.mark.parametrize("look", list(Look))
def test_every_state_looks_unlike_the_usual_one(open_gallery, look):
    gallery = open_gallery(look)

    alike = []
    for sample in gallery.samples:
        hold(sample.widget, State.NORMAL)
        settle()
        usual = photograph(gallery, sample.widget).image
        for state in sample.states[1:]:
            hold(sample.widget, state)
            settle()
            if photograph(gallery, sample.widget).image == usual:
                alike.append(f"{sample.name}, {state}")
        hold(sample.widget, State.NORMAL)
    assert alike == []


def too_small(gallery):
    """Everything that is pressed and smaller than a target; a scroll bar is Qt's own and is scrolled past by wheel."""
    for widget in gallery.findChildren(QWidget):
        if not isinstance(widget, PRESSED) or not widget.isVisible() or is_inner(widget):
            continue
        if widget.objectName() not in OF_QT and min(widget.width(), widget.height()) < TARGET:
            yield f"{widget.objectName()} {widget.accessibleName()!r} is {widget.width()} x {widget.height()}"


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("percent", [100, 200])
def test_everything_that_is_pressed_is_large_enough(open_gallery, look, percent):
    assert list(too_small(open_gallery(look, percent=percent))) == []


def test_a_button_that_is_too_small_is_found(open_gallery):
    gallery = open_gallery(Look.LIGHT)
    small = QPushButton("x", gallery)
    small.setFixedSize(TARGET - 1, TARGET)
    small.show()

    assert len(list(too_small(gallery))) == 1


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_it_is_cut_off(open_gallery, look, percent):
    assert list(clipped(open_gallery(look, percent=percent))) == []


@pytest.mark.parametrize("key", list(Look))
def test_its_look_is_chosen_on_it(open_gallery, key):
    gallery = open_gallery(Look.LIGHT)

    gallery.findChild(Button, f"gallery-look-{key}").click()
    gallery.findChild(Button, "gallery-size-150").click()

    worn = gallery.page.property("look") or gallery._theme.look
    assert worn == key
    assert gallery.findChild(Button, f"gallery-look-{key}").isChecked()
    assert gallery._theme.px(100) == 150


OPENED = """
import sys, threading
from kat_journal.cli import main

def leave():
    from PySide6.QtCore import QCoreApplication, QEvent
    while not left.wait(0.05):  # one that comes before the window is up is lost
        if QCoreApplication.instance() is not None:
            QCoreApplication.postEvent(QCoreApplication.instance(), QEvent(QEvent.Type.Quit))

left = threading.Event()
import PySide6.QtCore
threading.Thread(target=leave, daemon=True).start()
status = main(["--journal", sys.argv[1], "run", "--gallery"])
left.set()
sys.exit(status or "kat_journal.gui.gallery.view" not in sys.modules)
"""


def test_it_opens_without_a_journal_and_makes_none(tmp_path):
    journal = tmp_path / "None"
    done = subprocess.run([sys.executable, "-c", OPENED, journal], cwd=ROOT, check=False, timeout=60)

    assert done.returncode == 0
    assert not journal.exists()


def test_a_person_is_not_told_of_it(tmp_path):
    done = ran(tmp_path / "home", "run", "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert "gallery" not in done.stdout


def test_it_needs_a_display_too(tmp_path):
    done = ran(tmp_path / "home", "run", "--gallery", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here")
