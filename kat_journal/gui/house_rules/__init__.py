"""How this journal works."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.house_rules.view import HouseRulesPage
from kat_journal.gui.navigation import Place


def build(_place: Place, context: PageContext, parent: QWidget | None) -> HouseRulesPage:
    """The page; what is opened here is not offered on Today again."""
    view = HouseRulesPage(parent)
    view.back_asked.connect(context.navigator.back)
    context.tasks.journal(
        context.journal.house_rules.show,
        context=view,
        then=view.show_rules,
        failed=lambda error: view.show_problem(plain_words(error)),
    )
    return view
