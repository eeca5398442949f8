"""The keys of a check-in: one for each row, one for all the others, and none that answers what was not read."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.gui.runner.conftest import NEXT_DAY, form_id, item


def numbers(answers):
    return {name: answer.number for name, answer in answers.items()}


def hold_down(runner, key, text):
    """What a keyboard sends while a key is held."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
    QApplication.sendEvent(runner.focused(), event)


def test_a_digit_rates_a_row_and_goes_on_to_the_next(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    for key in (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_3):
        runner.press(key)

    assert numbers(kept(NEXT_DAY, session)) == {"nausea": 2, "dizzy": 0, "headache": 3}
    assert runner.focused().objectName() == "item-tired-tick"


def test_the_last_row_leads_on_to_the_questions_after_the_rows(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-pee-cannot-tick").setFocus()
    runner.press(Qt.Key.Key_0)
    assert runner.focused().objectName() == "item-still-unreal-yes"
    runner.press(Qt.Key.Key_0)

    assert numbers(kept(NEXT_DAY, session)) == {"pee-cannot": 0, "still-unreal": 0}
    assert runner.focused().objectName() == "item-safety-no"


def test_yes_is_one_and_no_is_none_as_on_the_rows(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    given = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_2):
        runner.find("item-still-unreal-yes").setFocus()
        runner.press(key)
        given.append(kept(NEXT_DAY, session)[item("still-unreal")].number)

    assert given == [1, 0, 0], "2 is the second button, which is no as well: said twice, it is still said"


def test_no_digit_answers_the_question_about_ending_ones_life(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-safety-no").setFocus()
    for digit in range(10):
        runner.press(Qt.Key.Key_0 + digit)

    assert kept(NEXT_DAY, session) == {}
    assert runner.focused().objectName() == "item-safety-no"


def test_its_own_key_answers_it_and_stays_where_it_was_answered(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-safety-no").setFocus()
    runner.press(Qt.Key.Key_Space)

    assert kept(NEXT_DAY, session)[item("safety")].options == ("no",)
    assert runner.focused().objectName() == "item-safety-no"


def test_signs_that_may_come_together_stay_where_they_are_chosen(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-sudden-fainted").setFocus()
    runner.press(Qt.Key.Key_6)

    assert kept(NEXT_DAY, session)[item("sudden")].options == ("fall-or-injury",)
    assert runner.focused().objectName() == "item-sudden-fall-or-injury"


def test_one_letter_says_none_of_the_others_and_leads_to_what_it_does_not_answer(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_3)
    runner.press(Qt.Key.Key_N)
    answers = kept(NEXT_DAY, session)

    assert numbers(answers)["nausea"] == 3
    assert {number for name, number in numbers(answers).items() if name != "nausea"} == {0}
    assert not {"safety", "sudden", "still-unreal"} & set(answers)
    assert runner.focused().objectName() == "item-still-unreal-yes"


def test_the_letter_is_only_that_of_the_rows(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    for name in ("item-still-unreal-yes", "item-safety-no", "item-sudden-fainted"):
        runner.find(name).setFocus()
        runner.press(Qt.Key.Key_N)
    runner.find("item-nausea-tick").setFocus()
    runner.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert kept(NEXT_DAY, session) == {}


def test_a_note_keeps_its_letters_and_digits(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_2)
    runner.click("item-nausea-add-note")
    runner.type("no 3")
    runner.page.flush()

    assert set(kept(NEXT_DAY, session)) == {"nausea"}
    assert kept(NEXT_DAY, session)[item("nausea")].note == "no 3"


def test_a_key_that_is_held_down_answers_once(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_0)
    for key, text in ((Qt.Key.Key_0, "0"), (Qt.Key.Key_N, "n")):
        hold_down(runner, key, text)
    assert set(kept(NEXT_DAY, session)) == {"nausea"}

    runner.find("item-still-unreal-yes").setFocus()
    hold_down(runner, Qt.Key.Key_0, "0")
    assert set(kept(NEXT_DAY, session)) == {"nausea"}


def test_something_else_that_is_rated_asks_what_it_was(run_form, session):
    runner = run_form(NEXT_DAY, session)
    runner.click("something-else")
    runner.press(Qt.Key.Key_2)
    assert runner.focused().objectName() == "item-other-note"

    runner.find("item-other-tick").setFocus()
    runner.press(Qt.Key.Key_0)
    assert runner.focused().objectName() == "item-still-unreal-yes"


def test_digits_of_a_list_of_questions_go_on_too(run_form, session, kept):
    runner = run_form("practical-list", session)
    runner.press(Qt.Key.Key_1)
    runner.press(Qt.Key.Key_0)

    assert list(numbers(kept("practical-list", session)).values()) == [1, 0]
    assert runner.focused().objectName() == "item-way-home-yes"


def test_the_keys_are_said_once_and_quietly(run_form, session):
    runner = run_form(NEXT_DAY, session)
    said = runner.find("keys").text()

    assert said.startswith("By keyboard: 0 to 4 says how much")
    assert "N is “None of the others”, Ctrl+Enter is “Done”" in said
    assert said in runner.page.form.title()


def test_in_the_first_hours_there_is_nothing_to_learn(run_form, session, kept):
    runner = run_form("check-in.first-hours", session)
    assert not runner.sees("keys")

    runner.press(Qt.Key.Key_N)
    assert {answer.number for answer in kept("check-in.first-hours", session).values()} == {0}


def test_other_forms_on_one_page_say_nothing_of_keys(run_form, session):
    assert not run_form("practical-list", session).sees("keys")


def test_what_hangs_on_a_row_stands_under_it(run_form, session, library):
    runner = run_form("check-in.month")
    runner.find("item-pee-night-tick").setFocus()
    runner.press(Qt.Key.Key_2)

    assert runner.focused().objectName() == "item-pee-night-times"
    places = [runner.find(f"item-{name}").mapTo(runner.page, runner.find(f"item-{name}").rect().topLeft()).y()
              for name in ("pee-night", "pee-night-times", "pee-pain")]  # fmt: skip
    assert places == sorted(places)
    assert form_id("check-in.month") in library.forms


def top_and_bottom(runner, name):
    widget = runner.find(name)
    top = widget.mapTo(runner.find("form"), QPoint(0, 0)).y()
    return top, top + widget.height()


def test_the_row_that_comes_next_and_the_card_of_the_last_one_are_both_in_sight(qtbot, run_form, session):
    """A digit for a row that nobody sees, or a card that nobody sees, would be worse than an extra key."""
    runner = run_form(NEXT_DAY, session)
    runner.find("item-chest-tick").setFocus()
    runner.press(Qt.Key.Key_1)
    assert runner.focused().objectName() == "item-pee-cannot-tick"
    height = runner.find("form").height()

    def are_seen():
        places = [top_and_bottom(runner, name) for name in ("card-chest-ring-now", "item-pee-cannot-tick")]
        return all(top >= 0 and bottom <= height for top, bottom in places)

    qtbot.waitUntil(are_seen)
