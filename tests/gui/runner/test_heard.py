"""What a screen reader is told of a form: its title, its hints, its cards, and where the focus goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kat_journal.domain.response import Answer
from kat_journal.gui.runner.closing import ClosingView
from kat_journal.gui.runner.form_view import FormView
from tests.gui.runner.conftest import NEXT_DAY, form_id, item

CHEST = "card-chest-ring-now"


def title(runner, name):
    return runner.find(name).title()


def test_a_form_is_announced_with_its_question_and_what_it_is_about(run_form, session):
    rows, steps = run_form(NEXT_DAY, session), run_form("after-session", session)

    assert rows.question() in title(rows, "rows")
    assert rows.find("about").text() in title(rows, "rows")
    assert title(steps, "steps") == steps.question(), "the calm form says no more than its question"


def test_the_quiet_end_is_announced_with_all_there_is_to_read(run_form, session):
    runner = run_form("after-session", session)
    runner.page.findChild(FormView).finished.emit()
    closing = runner.page.findChild(ClosingView)

    words = [closing.findChild(QLabel, name).text() for name in ("closing-heading", "closing-line")]
    assert closing.title() == closing.accessibleName() == " ".join(words)


def test_a_card_is_heard_with_its_numbers_and_closing_it_leads_back_to_the_question(run_form, session):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-chest-tick").setFocus()
    runner.press(Qt.Key.Key_1)
    numbers = runner.find(f"{CHEST}-numbers")
    assert numbers.accessibleDescription() == runner.find(f"{CHEST}-text").text()

    runner.find(f"{CHEST}-close").setFocus()
    runner.press(Qt.Key.Key_Return)

    assert runner.focused().objectName() == "item-chest-tick"


def test_the_cards_of_the_end_are_announced_whole(run_form, session):
    runner = run_form("after-session", session)
    runner.page.show_cards([])
    assert title(runner, "cards") == runner.find("cards-heading").text()


def test_a_question_stands_before_its_answer_and_tells_its_hint(run_form, session):
    runner = run_form("check-in.week", session)
    box = runner.find("item-extra-hint").parentWidget()
    order = [box.children().index(runner.find(f"item-extra{part}")) for part in ("-ask", "-hint", "")]

    assert order == sorted(order)
    hint = runner.find("item-extra-hint").text()
    assert runner.find("item-extra-yes").accessibleDescription() == hint


def test_a_mark_says_of_which_question(run_form, session):
    runner = run_form("intention", session)

    assert runner.find("share-private").accessibleDescription() == runner.question()


def test_the_intention_unfolds_and_folds(run_form, session, journal):
    draft = journal.responses.begin(form_id("intention"), session_id=session.id).draft
    journal.responses.save(draft, Answer(item("intention"), text="To be gentle."))
    runner = run_form("reflection.next-day", session)
    shown = runner.find("intention")
    assert shown.isCheckable()

    shown.click()
    assert runner.sees("intention-card")
    shown.click()
    assert not runner.sees("intention-card")
