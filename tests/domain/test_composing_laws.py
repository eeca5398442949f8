import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, Heading, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.form import Condition
from kat_journal.domain.material import Material, Period
from tests.golden import fictional as f
from tests.golden import fictional_forms as forms
from tests.helpers.summaries import EVERYTHING, text_of

# ---- laws


def _with_sentinels():
    """The fictional journal with a word of its own in every answer, note, question and practice."""
    found = {}

    def mark(key, words):
        found[key] = f"sentinel{len(found)}x"
        return found[key] if words else words

    responses = []
    for one in f.responses():
        answers = {}
        for item_id, answer in one.response.answers.items():
            key = f"answer:{one.response.uid}:{item_id}"
            field = "note" if answer.note else "text" if answer.text else ""
            answers[item_id] = replace(answer, **{field: mark(key, True)}) if field else answer
        responses.append(replace(one, response=replace(one.response, answers=answers)))
    stuff = f.material(answered=tuple(responses))
    practices = tuple(replace(one, words=mark(f"practice:{one.uid}", True)) for one in stuff.practices)
    questions = tuple(replace(one, words=mark(f"question:{one.uid}", True)) for one in stuff.questions)
    return replace(stuff, practices=practices, questions=questions), found


MARKED, SENTINELS = _with_sentinels()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(offered_keys(MARKED)))), st.sets(st.sampled_from(sorted(SENTINELS))))
def test_what_is_chosen_appears_once_and_what_is_not_appears_nowhere(messages, chosen, first):
    text = text_of(compose(MARKED, frozenset(chosen), Choice(first_look=frozenset(first)), messages), messages)
    for key, sentinel in SENTINELS.items():
        assert text.count(sentinel) == (key in chosen), key


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(EVERYTHING))), st.text(), st.text())
def test_nothing_that_stays_private_changes_a_byte(messages, chosen, one_text, other_text):
    def changed(text):
        answered = tuple(
            replace(
                one,
                response=replace(
                    one.response,
                    answers={
                        name: answer
                        if not answer.text or f"answer:{one.response.uid}:{name}" in chosen
                        else replace(answer, text=f"x{text}")
                        for name, answer in one.response.answers.items()
                    },
                ),
            )
            for one in f.responses()
        )
        return text_of(compose(f.material(answered=answered), frozenset(chosen), Choice(), messages), messages)

    assert changed(one_text) == changed(other_text)


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_outline_is_ours_whatever_is_written(messages, words):
    answered = (f.answered("f3", f.REFLECTION, f.S1, f.said("came-up", words), f.said("other-ways", words)),)
    stuff = Material(f.PERIOD, f.TODAY, answered=answered, name=words)
    keys = frozenset({"answer:f3:came-up", "answer:f3:other-ways"})
    text = text_of(compose(stuff, keys, Choice(Heading.NAME), messages), messages)
    assert re.findall(r"^#+ .*", text, re.MULTILINE) == [
        "# Notes for my appointment, 2026-10-30 to 2026-11-23",
        "## In my own words",
    ]


def test_every_candidate_is_a_key_that_can_be_chosen(messages):
    assert {one.key for one in candidates(f.material(), messages)} == EVERYTHING


def test_a_hidden_question_is_not_offered():
    asked = forms.form(
        "x",
        forms.item("any", forms.ItemType.YES_NO, "Any?"),
        replace(forms.item("which", forms.ItemType.TEXT, "Which?"), ask_if=Condition(f.ItemId("any"), at_least=1)),
    )
    one = f.answered("x1", asked, f.S1, f.said("any", number=0.0), f.said("which", "stale"))
    assert offered_keys(Material(Period(f.S1, f.S1), f.S1, answered=(one,))) == {"answer:x1:any"}
