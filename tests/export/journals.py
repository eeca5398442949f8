"""Journals as anybody might have them: the fictional one with other words, other days and parts missing."""

from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import strategies as st

from kat_journal.domain.material import Material
from tests.export.texts import TRICKY
from tests.golden import fictional as f

_AROUND = st.sampled_from(["", " ", *(text for text in TRICKY if len(text) < 60)])


@dataclass(frozen=True)
class Journal:
    """A journal's material.

    Attributes:
        sentinels: A word that stands once in the words of each answer, note, practice and question, by its key.
        hidden: Words of the journal that no summary tells: what rows are called by.
    """

    material: Material
    sentinels: dict[str, str]
    hidden: tuple[str, ...]


@st.composite
def journals(draw):
    """Any part of the fictional journal, with tricky words around a word of its own in each text."""
    sentinels = {}

    def marked(key):
        sentinels[key] = f"sentinel{len(sentinels)}x"
        return draw(_AROUND) + sentinels[key] + draw(_AROUND)

    def reworded(one, uid):
        answers = {}
        for item_id, answer in one.response.answers.items():
            field = "note" if answer.note else "text" if answer.text else ""
            answers[item_id] = replace(answer, **{field: marked(f"answer:{uid}:{item_id}")}) if field else answer
        days = timedelta(days=draw(st.integers(0, 3)))
        response = replace(one.response, uid=uid, answers=answers, day=one.response.day - days)
        return replace(one, response=response)

    kept = [one for one in f.responses() if draw(st.booleans())]
    answered = sorted((reworded(one, f"uid-{one.response.uid}") for one in kept), key=lambda one: one.day)
    stuff = f.material(answered=tuple(answered), name=draw(_AROUND))
    practices = tuple(replace(one, words=marked(f"practice:{one.uid}")) for one in stuff.practices)
    questions = tuple(replace(one, words=marked(f"question:{one.uid}")) for one in stuff.questions)
    hidden = tuple(one.response.uid for one in answered)
    return Journal(replace(stuff, practices=practices, questions=questions), sentinels, hidden)
