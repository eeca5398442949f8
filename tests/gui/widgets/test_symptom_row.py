import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.symptom_row import SymptomRow, SymptomValue

POINTS = [(0, "Not at all"), (1, "A little"), (2, "Noticeable"), (3, "Hard"), (4, "Overwhelming")]
STARTED = ["", "just-after", "later-that-day", "next-day", "later"]
GONE = ["", "yes", "partly", "no", "unknown"]


@pytest.fixture
def row(shown):
    return shown(SymptomRow("headache", "Headache", POINTS, True))


def part(row, name):
    return row.findChild(QPushButton, f"headache-{name}")


def press(qtbot, row, name):
    qtbot.mouseClick(part(row, name), Qt.MouseButton.LeftButton)


def test_an_untouched_row_says_nothing(row):
    assert row.value() == SymptomValue(ticked=False, bother=None)
    assert part(row, "bother-1") is None


def test_a_ticked_row_is_noticed_and_not_rated(qtbot, row):
    with qtbot.waitSignal(row.answered):
        press(qtbot, row, "tick")
    assert row.value() == SymptomValue(ticked=True)
    assert part(row, "bother-1").isVisible()
    assert part(row, "bother-0") is None
    assert not part(row, "gone-yes").isVisible()


def test_a_rated_row_offers_the_rest_one_after_the_other(qtbot, row):
    press(qtbot, row, "tick")
    press(qtbot, row, "bother-2")
    assert part(row, "gone-partly").isVisible()
    assert not part(row, "started-next-day").isVisible()
    press(qtbot, row, "gone-partly")
    press(qtbot, row, "started-next-day")
    press(qtbot, row, "add-note")
    with qtbot.waitSignal(row.answered):
        qtbot.keyClicks(row.findChild(QLineEdit, "headache-note"), "left side, 3 hours")
    assert row.value() == SymptomValue(True, 2, "next-day", "partly", "left side, 3 hours")


def test_unticking_clears_all_of_it(qtbot, row):
    row.set_value(SymptomValue(True, 3, "later", "no", "words"))
    with qtbot.waitSignal(row.answered):
        press(qtbot, row, "tick")
    assert row.value() == SymptomValue()
    press(qtbot, row, "tick")
    assert row.value() == SymptomValue(ticked=True)


@pytest.mark.parametrize("digit", [1, 2, 3, 4])
def test_a_digit_rates_the_row_at_once(qtbot, row, digit):
    row.first.setFocus()
    with qtbot.waitSignal(row.answered):
        qtbot.keyClick(row.focusWidget(), str(digit))
    assert row.value() == SymptomValue(True, digit)


def test_zero_is_not_at_all_and_different_from_untouched(qtbot, row):
    row.first.setFocus()
    qtbot.keyClick(row.focusWidget(), "3")
    with qtbot.waitSignal(row.answered):
        qtbot.keyClick(row.focusWidget(), "0")
    assert row.value() == SymptomValue(ticked=False, bother=0)
    assert part(row, "tick").accessibleDescription() == "Not at all"
    assert not part(row, "tick").isChecked()
    press(qtbot, row, "tick")
    assert row.value() == SymptomValue(ticked=True)


def test_a_digit_beyond_the_scale_does_nothing(qtbot, row):
    row.first.setFocus()
    with qtbot.assertNotEmitted(row.answered):
        qtbot.keyClick(row.focusWidget(), "7")
    assert row.value() == SymptomValue()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_tick(qtbot, row, key):
    row.first.setFocus()
    qtbot.keyClick(row.focusWidget(), key)
    assert row.value().ticked


def test_arrows_move_among_the_points_and_leave_the_row(qtbot, row):
    row.first.setFocus()
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Space)
    for key, name in (
        (Qt.Key.Key_Right, "bother-1"),
        (Qt.Key.Key_Right, "bother-2"),
        (Qt.Key.Key_Left, "bother-1"),
        (Qt.Key.Key_Left, "tick"),
    ):
        qtbot.keyClick(row.focusWidget(), key)
        assert part(row, name).hasFocus()
    for key, step in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
        with qtbot.waitSignal(row.step_wanted) as wanted:
            qtbot.keyClick(row.focusWidget(), key)
        assert wanted.args == [step]


def test_up_and_down_leave_the_row_from_a_point_too(qtbot, row):
    row.set_value(SymptomValue(True, 2))
    part(row, "bother-2").setFocus()
    with qtbot.waitSignal(row.step_wanted) as wanted:
        qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Down)
    assert wanted.args == [1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    value=st.one_of(
        st.just(SymptomValue()),
        st.just(SymptomValue(ticked=True)),
        st.just(SymptomValue(bother=0)),
        st.builds(
            SymptomValue,
            ticked=st.just(True),
            bother=st.integers(1, 4),
            started=st.sampled_from(STARTED),
            gone=st.sampled_from(GONE),
            note=st.sampled_from(["", "words"]),
        ),
    )
)
def test_any_value_comes_back_without_a_signal(row, qtbot, value):
    with qtbot.assertNotEmitted(row.answered):
        row.set_value(value)
    assert row.value() == value


def test_a_row_without_notes_offers_none(shown):
    row = shown(SymptomRow("headache", "Headache", POINTS, False))
    row.set_value(SymptomValue(True, 2))
    assert not part(row, "add-note").isVisible()


def test_the_row_fits_a_small_window_at_large_text(theme, shown):
    theme.apply(LookChoice.LIGHT, 200)
    words = "Fainted, a seizure, one side weak, face swelling, worst headache, a fall or an injury"
    row = SymptomRow("headache", words, POINTS, True)
    row.set_value(SymptomValue(True, 2, "later", "no"))
    shown(row, 552, 900)
    assert row.width() == 552
    for button in row.findChildren(QPushButton):
        if button.isVisible():
            assert button.mapTo(row, button.rect().topRight()).x() < 552


def test_tab_goes_through_a_ticked_row_and_on_to_the_next(qtbot, shown):
    page = QWidget()
    column = QVBoxLayout(page)
    points = [(value, str(value)) for value in range(5)]
    rows = [SymptomRow(name, name, points, True) for name in ("first", "second")]
    for row in rows:
        column.addWidget(row)
    shown(page)
    rows[0].first.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_1)
    passed = []
    while page.focusWidget().objectName() != "second-tick" and len(passed) < 20:
        passed.append(page.focusWidget().objectName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed[:3] == ["first-tick", "first-bother-1", "first-bother-2"]
    assert passed[-1] == "first-add-note"


def test_a_screen_reader_hears_on_the_tick_what_the_row_says(qtbot, row):
    tick, heard = row.first, []
    press(qtbot, row, "tick")
    heard.append(tick.accessibleDescription())
    for digit in (3, 0):
        qtbot.keyClick(tick, str(digit))
        heard.append(tick.accessibleDescription())
    row.set_value(SymptomValue())
    assert [*heard, tick.accessibleDescription()] == ["how much?", "Hard", "Not at all", ""]
    assert row.accessibleName() == "", "its tick says the same words"
