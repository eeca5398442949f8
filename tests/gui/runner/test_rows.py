"""A check-in, and other forms on one page."""

from PySide6.QtCore import Qt

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName
from tests.gui.runner.conftest import NEXT_DAY, form_id, item


def test_a_check_in_is_filled_in_by_keyboard_alone(run_form, session, kept, moves):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_1)
    runner.press(Qt.Key.Key_3)
    runner.press(Qt.Key.Key_Tab)
    runner.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answers = kept(NEXT_DAY, session)
    assert {name: answer.number for name, answer in answers.items()} == {"nausea": 1, "dizzy": 3}
    assert [place.name for place in moves] == [PageName.TODAY]


def test_the_tab_key_leads_from_row_to_row(run_form, session):
    runner = run_form(NEXT_DAY, session)
    first = runner.focused().objectName()
    runner.press(Qt.Key.Key_Tab)

    assert (first, runner.focused().objectName()) == ("item-nausea-tick", "item-dizzy-tick")


def test_arrows_lead_from_question_to_question(run_form, session):
    runner = run_form("practical-list", session)
    runner.press(Qt.Key.Key_Down)
    second = runner.focused().objectName()
    runner.press(Qt.Key.Key_Up)

    assert (second, runner.focused().objectName()) == ("item-medicines-yes", "item-food-and-drink-yes")


def test_the_tab_key_leaves_the_rows_by_their_links(run_form, session):
    runner = run_form(NEXT_DAY, session)
    runner.find("item-pee-cannot-tick").setFocus()
    names = []
    for _ in range(4):
        runner.press(Qt.Key.Key_Tab)
        names.append(runner.focused().objectName())

    assert names == ["show-all", "something-else", "none-of-the-others", "item-still-unreal-yes"]


def test_a_note_is_offered_once_there_is_an_answer(run_form, session, kept):
    runner = run_form("practical-list", session)
    runner.click("item-way-home-yes")
    runner.click("item-way-home-add")
    runner.type("Ana, 0123")
    runner.page.flush()
    answer = kept("practical-list", session)[item("way-home")]

    assert (answer.number, answer.note) == (1, "Ana, 0123")


def test_a_row_left_alone_is_not_asked(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_2)

    assert set(kept(NEXT_DAY, session)) == {"nausea"}


def test_a_row_that_was_ticked_and_not_rated_is_kept_without_a_number(run_form, session, kept):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_Space)
    answer = kept(NEXT_DAY, session)[item("nausea")]

    assert (answer.number, answer.is_empty) == (None, False)
    assert run_form(NEXT_DAY, session).find("item-nausea-tick").isChecked()


def test_none_of_the_others_is_zero_for_the_rows_shown_and_left(run_form, session, kept, library):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_2)
    runner.press(Qt.Key.Key_Space)  # noticed, not rated: never turned into "not at all"
    runner.click("none-of-the-others")

    answers = kept(NEXT_DAY, session)
    shown = {one.id for one in library.form(form_id(NEXT_DAY)).items if one.type == "symptom" and not one.more}
    zero = {name for name, answer in answers.items() if answer.number == 0}
    assert zero == shown - {"nausea", "dizzy", "other"}
    assert answers[item("nausea")].number == 2
    assert answers[item("dizzy")].number is None


def test_none_of_the_others_never_answers_the_safety_rows(run_form, session, kept):
    run_form(NEXT_DAY, session).click("none-of-the-others")

    assert not {"safety", "sudden", "still-unreal"} & set(kept(NEXT_DAY, session))


def test_show_all_brings_the_other_rows_and_goes_away(run_form, session):
    runner = run_form(NEXT_DAY, session)
    assert not runner.sees("item-spinning")
    runner.click("show-all")

    assert runner.sees("item-spinning")
    assert not runner.sees("show-all")
    assert runner.focused().objectName() == "item-spinning-tick"


def test_something_else_opens_its_own_row(run_form, session):
    runner = run_form(NEXT_DAY, session)
    assert not runner.sees("item-other")
    runner.click("something-else")

    assert runner.focused().objectName() == "item-other-tick"


def test_rows_that_call_for_advice_are_always_in_sight(run_form, session):
    """In the first hours the headache row waits behind "Show all", but for its flag."""
    assert run_form("check-in.first-hours", session).sees("item-headache")


def test_the_first_hours_show_ten_rows_and_those_that_call_for_advice(run_form, session, library):
    runner = run_form("check-in.first-hours", session)
    form = library.form(form_id("check-in.first-hours"))
    flagged = {flag.when.item for flag in form.flags}
    rows = [one.id for one in form.items if one.type == "symptom" and one.id != "other"]
    seen = [row for row in rows if runner.sees(f"item-{row}")]

    assert len([row for row in rows[:12] if row not in {"chest", "pee-cannot"}]) == 10
    assert seen == [row for row in rows if row in rows[:12] or row in flagged]
    assert runner.sees("show-all")


def test_a_row_behind_show_all_that_has_an_answer_is_in_sight(run_form, session, journal):
    draft = journal.responses.begin(form_id(NEXT_DAY), session_id=session.id).draft
    journal.responses.save(draft, Answer(item("numb"), number=1))

    assert run_form(NEXT_DAY, session).sees("item-numb")


def test_last_times_answer_is_shown_only_after_this_times(run_form, session, journal, clock):
    draft = journal.responses.begin(form_id(NEXT_DAY), session_id=session.id).draft
    journal.responses.save(draft, Answer(item("nausea"), number=1, gone="yes"))
    clock.pass_time(days=7)
    runner = run_form(NEXT_DAY, journal.courses.just_had())
    assert not runner.sees("item-nausea-previous")
    runner.press(Qt.Key.Key_2)

    assert runner.find("item-nausea-previous").text() == "Last time: a little, gone when you wrote"


def test_saved_is_said_once_it_is_kept(run_form, session):
    runner = run_form(NEXT_DAY, session)
    before = runner.find("saved").text()
    runner.press(Qt.Key.Key_1)

    assert (before, runner.find("saved").text()) == ("", "Saved")


def test_leaving_keeps_what_was_given_and_asks_nothing(run_form, session, kept, moves):
    runner = run_form(NEXT_DAY, session)
    runner.press(Qt.Key.Key_1)
    runner.press(Qt.Key.Key_Escape)

    assert set(kept(NEXT_DAY, session)) == {"nausea"}
    assert [place.name for place in moves] == [PageName.TODAY]


def test_leaving_twice_in_haste_goes_back_once(run_form, session, moves):
    runner = run_form(NEXT_DAY, session)
    runner.click("leave")

    assert len(moves) == 1


def test_a_note_typed_a_moment_ago_is_kept_on_leaving(run_form, session, kept):
    runner = run_form("session-record", session)
    runner.click("item-who-therapist")
    runner.click("item-who-add")
    runner.type("And my sister")
    runner.click("leave")

    assert kept("session-record", session)[item("who")].note == "And my sister"


def test_a_free_page_is_new_each_time_and_may_be_shared(run_form, journal):
    runner = run_form("free-page")
    runner.type("Snow on the roofs.")
    runner.click("share-may-share")
    runner.page.flush()
    stored = journal.responses.open(runner.page.place().response_uid)

    assert stored.answers[item("words")].text == "Snow on the roofs."
    assert stored.answers[item("words")].share is ShareMark.SHARE
    assert run_form("free-page").find("item-words").words() == ""


def test_the_place_leads_back_to_the_word(run, run_form):
    runner = run_form("free-page")
    runner.type("Snow on the roofs.")
    runner.find("item-words").set_caret(4)
    runner.page.flush()
    again = run(runner.page.place())

    assert again.find("item-words").words() == "Snow on the roofs."
    assert again.focused().caret() == 4


def test_the_place_of_an_empty_page_names_no_response(run_form):
    place = run_form("free-page").page.place()

    assert (place.response_uid, place.form_id) == (None, form_id("free-page"))
