"""The guide inside the program."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.guide.view import GuidePage
from kat_journal.gui.navigation import Place


def build(_place: Place, context: PageContext, parent: QWidget) -> GuidePage:
    """The page; its text is rendered on the pool."""
    view = GuidePage(context.theme, parent)
    view.back_asked.connect(context.navigator.back)
    library = context.journal.library
    context.tasks.pool(
        lambda: library.guide,
        context=view,
        then=view.show_guide,
        failed=lambda error: view.show_words(plain_words(error)),
    )
    return view
