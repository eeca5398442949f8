"""What a person chose to see is kept in the vault, and guarded questions leave no trace there."""

import pytest

from kat_journal.domain.progress import Series, SeriesKind
from kat_journal.services.progress import Span
from kat_journal.services.progress_choice import EFFECT, NUMBERS, SPAN, UNSEEN, ProgressChoice, keep_choice, kept_choice


def series(key, guarded=False):
    return Series(key, SeriesKind.RATING, key, "", 0, 10, guarded=guarded)


@pytest.fixture
def settings(journal):
    return journal.settings


def test_the_course_with_all_its_numbers_is_the_usual_choice(settings):
    assert kept_choice(settings) == ProgressChoice()


def test_a_choice_is_found_again(settings):
    choice = ProgressChoice(Span.YEAR, frozenset({"a", "b"}), effect="c", numbers=False)

    keep_choice(settings, choice, ())

    assert kept_choice(settings) == choice


def test_a_span_that_this_version_does_not_know_is_the_course(settings):
    settings.put(SPAN, "a-decade")

    assert kept_choice(settings).span is Span.COURSE


def test_guarded_questions_are_noted_nowhere(settings):
    choice = ProgressChoice(unseen=frozenset({"a", "craving"}), guarded=True, effect="unsafe")
    known = [series("a"), series("craving", guarded=True), series("unsafe", guarded=True)]

    keep_choice(settings, choice, known)

    assert kept_choice(settings) == ProgressChoice(unseen=frozenset({"a"}))
    assert [settings.get(key) for key in (SPAN, UNSEEN, EFFECT, NUMBERS)] == ["course", "a", "", "shown"]


def test_guarded_questions_are_shown_only_on_request():
    plain, guarded = series("a"), series("b", guarded=True)

    assert [ProgressChoice().shows(one) for one in (plain, guarded)] == [True, False]
    assert [ProgressChoice(guarded=True).shows(one) for one in (plain, guarded)] == [True, True]
    assert not ProgressChoice(unseen=frozenset({"a"})).shows(plain)
