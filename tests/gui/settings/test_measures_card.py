"""The forms that a clinic gives: off until they are chosen, each by its own toggle."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from kat_journal.gui.settings.measures import MeasuresCard

SHEETS = ("gad-7", "pcl-5", "phq-8", "phq-9", "who-5")


def toggle(page, name):
    return page.findChild(QAbstractButton, f"measure-core-{name}")


def test_every_score_sheet_has_a_toggle_and_all_are_off(page):
    assert [toggle(page, name).isChecked() for name in SHEETS] == [False] * 5
    assert toggle(page, "phq-9").text() == "PHQ-9 score sheet"


def test_a_chosen_form_is_on_and_comes_off_again(page, context):
    toggle(page, "phq-9").click()
    assert context.journal.measures.is_on("core:phq-9")
    assert not context.journal.measures.is_on("core:phq-8")

    toggle(page, "phq-9").click()
    assert not context.journal.measures.is_on("core:phq-9")


def test_what_was_chosen_is_shown_as_on(context, qtbot):
    from kat_journal.gui.navigation import PageName, Place
    from kat_journal.gui.settings import build

    context.journal.measures.turn_on("core:who-5")
    again = build(Place(PageName.SETTINGS), context, None)
    qtbot.addWidget(again)

    assert [toggle(again, name).isChecked() for name in SHEETS] == [False, False, False, False, True]


def test_without_such_forms_there_is_no_card(page, qtbot):
    card = MeasuresCard()
    qtbot.addWidget(card)
    card.show_measures(())

    assert not card.isVisibleTo(card.parentWidget())
    assert page.findChild(QWidget, "measures").isVisible()


def test_how_this_journal_works_can_be_found_from_here(page, context):
    from kat_journal.gui.navigation import PageName, Place

    moves = []
    context.navigator.moved.connect(moves.append)

    page.findChild(QAbstractButton, "house-rules").click()

    assert moves == [Place(PageName.HOUSE_RULES)]
