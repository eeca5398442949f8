"""The runner: asks any form, one question at a time or all on one page, and keeps every word."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.runner.page import RunnerPage
from kat_journal.gui.runner.presenter import RunnerPresenter


def build(place: Place, context: PageContext, parent: QWidget) -> PageView:
    """The page for the form, or the stored response, that the place names."""
    page = RunnerPage(place, parent)
    RunnerPresenter(page, context, place).open()
    return page
