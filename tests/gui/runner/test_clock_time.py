import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.gui.runner import clock_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("1430", "14:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        (" 9:05 ", "09:05"),
        ("2:30 pm", "14:30"),
        ("12 am", "00:00"),
        ("12 p.m.", "12:00"),
        ("0:00", "00:00"),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, meant):
    assert clock_time.read(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "9:75", "13 pm", "0 am", "9:5", "12345"])
def test_what_is_no_time_is_not_guessed_at(typed):
    assert clock_time.read(typed) is None


@given(st.times())
def test_what_is_stored_is_read_back_as_it_was(time):
    stored = f"{time.hour:02}:{time.minute:02}"

    assert clock_time.read(stored) == stored


@given(st.text())
def test_any_text_is_a_time_or_is_not(text):
    read = clock_time.read(text)

    assert read is None or (len(read) == 5 and read[:2] < "24" and read[3:] < "60")
