"""Every page that the window names can be loaded, and is loaded only when it is shown."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.pages import PAGES, load_page

WHILE_LOCKED = {"welcome", "sealed", "recovery", "restoring", "salvaging", "bringing-in"}


@pytest.mark.parametrize("name", [*PageName, *sorted(WHILE_LOCKED)])
def test_each_page_has_a_package_that_builds_it(name):
    assert callable(load_page(name).build)


def test_no_package_stands_for_a_page_that_is_not_there():
    assert set(PAGES) - WHILE_LOCKED == set(PageName)


def test_the_window_loads_no_page_before_it_is_shown():
    pages = {package for name, package in PAGES.items() if name != "welcome"}
    code = f"import sys, kat_journal.gui.main_window; sys.exit(bool({pages!r} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_page_promises_to_stand_beside_the_side_bar_and_to_keep_nothing_back(qtbot):
    page = PageView()
    qtbot.addWidget(page)

    page.flush()
    page.start_focus()

    assert page.show_chrome
    assert page.keeps_awake_minutes == 0
    assert page.place() == Place(PageName.TODAY)
    assert isinstance(page, QWidget)
