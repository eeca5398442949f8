import re

import pytest
from hypothesis import given

from kat_journal.export import plain
from kat_journal.export.cells import GUARD, guarded
from tests.export.texts import WORDS

RISKY = (
    "=1+1",
    "+1",
    "-5 out of 10",
    "@SUM(A1)",
    "  =1",
    '"=1',
    "'=1",
    "\t=1",
    "\n=1",
    "\r=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "fine; =HYPERLINK(1)",
    "fine\n-list",
    "fine\t@x",
    ";;=1",
    f"{GUARD}=1",
    f"{GUARD}fine",
    f"a;{GUARD}{GUARD}b",
)


def unguarded(cell):
    """How a cell is read again, as the module says."""
    return re.sub("(?:^|(?<=[;\t\n]))\u2060", "", cell)


@pytest.mark.parametrize("words", RISKY)
def test_a_text_that_a_spreadsheet_might_run_begins_with_what_nobody_sees(words):
    cell = guarded(words)
    assert cell.count(GUARD) > words.count(GUARD)
    assert unguarded(cell) == plain.fold(words)
    assert cell.replace(GUARD, "") == plain.fold(words).replace(GUARD, "")


@pytest.mark.parametrize("words", ["", "fine", "a = b", "3 - 2", "me@example.org", "a; b", "2026-11-23", "\u00fcber"])
def test_other_words_stand_as_they_are(words):
    assert guarded(words) == words


@given(WORDS)
def test_any_text_is_read_again_as_it_was_and_begins_no_formula(words):
    cell = guarded(words)
    assert unguarded(cell) == plain.fold(words)
    for part in re.split("[;\t\n]", cell):
        assert not re.match("[\\s\"']*[=+@\\-\uff1d\uff0b\uff0d\uff20]", part)
