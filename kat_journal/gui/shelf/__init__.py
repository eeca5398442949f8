"""Forms to fill in at any time."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import FormId
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.shelf.view import ShelfPage


def build(_place: Place, context: PageContext, parent: QWidget | None) -> ShelfPage:
    """The page; each form opens anew."""
    view = ShelfPage(parent)
    navigator = context.navigator
    view.back_asked.connect(navigator.back)
    view.opened.connect(lambda form_id: navigator.go(Place(PageName.RUNNER, form_id=FormId(form_id))))
    context.tasks.journal(
        context.journal.shelf.forms,
        context=view,
        then=view.show_forms,
        failed=lambda error: view.show_problem(plain_words(error)),
    )
    return view
