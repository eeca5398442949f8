"""What comes again and was answered under another name is no gap."""

from datetime import timedelta

import pytest

from kat_journal.services.let_go import let_go
from tests.helpers.clock import november

MONTH = "core:check-in.month"
FIRST = november(1, 9) - timedelta(days=190)


@pytest.fixture
def gaps(journal, clock):
    journal.courses.begin_course("A long one")
    journal.courses.hold(journal.courses.plan(FIRST).id)

    def gaps(*answered):
        named = [(MONTH, name, FIRST + timedelta(days=days)) for name, days in answered]
        courses = journal.courses
        passed = let_go(journal.library, courses.courses(), courses.sessions(), named, clock)
        return [(one.at.date() - FIRST.date()).days for one in passed if one.form.id == MONTH]

    return gaps


def test_what_nobody_answered_is_a_gap(gaps):
    assert gaps() == [28, 58, 88, 118, 148, 178]


def test_answered_by_its_name_it_is_none(gaps):
    day = (FIRST + timedelta(days=30)).date()

    assert gaps((f"course:1#{day}", 400)) == [28, 88, 118, 148, 178]


@pytest.mark.parametrize("name", [None, "course:1#2020-01-01"])
def test_answered_by_hand_or_under_an_earlier_name_it_is_none(gaps, name):
    assert gaps((name, 60)) == [28, 88, 118, 148, 178]
    assert gaps((name, 80)) == [28, 58, 88, 118, 148, 178]
