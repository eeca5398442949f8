"""Every longer Spanish text of the pack is easy, and the pack as a whole very much so."""

import pytest

from tests.content.spanish_ease import ease, syllables
from tests.content.test_spanish import texts_of

EASY, NORMAL = 65, 55
LONG = 12  # of shorter texts the formula says little
GAPS = {"{emergency}": "112", "{clinic}": "tu clínica", "{crisis_line}": "una línea de ayuda"}


@pytest.fixture(scope="module")
def texts(resources):
    return [filled(text) for _, _, text in texts_of(resources) if any(map(str.isalpha, text))]


def filled(text):
    for gap, words in GAPS.items():
        text = text.replace(gap, words)
    return text


def test_every_longer_text_is_easy_enough_by_itself(texts):
    long = [text for text in texts if len(text.split()) >= LONG]

    assert len(long) > 100
    assert [text for text in long if ease(text) < NORMAL] == []


def test_all_of_it_together_is_easy(texts):
    assert ease(*texts) > EASY


def test_a_hard_text_is_found():
    hard = (
        "La administración subsiguiente requiere una evaluación multidisciplinar de contraindicaciones e interacciones."
    )

    assert ease(hard) < NORMAL


@pytest.mark.parametrize(
    ("word", "count"),
    [("día", 2), ("bien", 1), ("aquí", 2), ("sesión", 2), ("ahora", 3), ("guía", 2), ("real", 2), ("y", 1), ("muy", 1)],
)
def test_syllables_are_counted_as_spanish_counts_them(word, count):
    assert syllables(word) == count
