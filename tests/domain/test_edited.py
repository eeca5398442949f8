from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.edited import APPOINTMENT, Change, Edits, Line, LineRef, edited, lines
from kat_journal.domain.replacing import Replacement, look
from tests.golden import fictional as f
from tests.helpers.summaries import EVERYTHING, text_of

ANNA = Replacement("Anna", "A.")
KEY = "answer:f3:came-up"


def page(words, note=""):
    """A journal that holds one answer."""
    one = f.answered("f3", f.REFLECTION, f.S1, f.said("came-up", words, note=note))
    return f.material(answered=(one,), earlier=(), sessions=(), practices=(), questions=())


def struck(*numbers, key=KEY):
    return Edits(struck=frozenset(LineRef(key, number) for number in numbers))


def words_of(copy):
    answer = copy.material.answered[0].response.answers["came-up"]
    return answer.text, answer.note


def test_names_are_replaced_in_words_and_notes_and_every_changed_line_is_told():
    stuff = page("With Anna.\nAlone.\nAnna and Anna\nBell", "Annas book, Anna\u2019s pen")
    copy = edited(stuff, Edits((ANNA, Replacement("Anna Bell", "B."))))
    assert words_of(copy) == ("With A..\nAlone.\nA. and B.", "Annas book, A.\u2019s pen")
    assert copy.changes == (
        Change(KEY, 0, "With Anna.", "With A.."),
        Change(KEY, 2, "Anna and Anna\nBell", "A. and B."),
        Change(KEY, 4, "Annas book, Anna\u2019s pen", "Annas book, A.\u2019s pen"),
    )
    assert copy.longer_in(frozenset({KEY})) == ("Annas",)


@pytest.mark.parametrize(
    ("words", "numbers", "left"),
    [
        ("a\nb\nc", (1,), "a\nc"),
        ("a\nb\nc", (2,), "a\nb"),
        ("a\nb\nc", (0,), "b\nc"),
        ("a\r\nb\u2028c", (1, 2), "a"),
        ("a\n\nb\n", (2,), "a\n\n"),
        ("a\nb", (0, 1), ""),
        ("a\nb", (7,), "a\nb"),
    ],
)
def test_a_struck_line_goes_with_its_break(words, numbers, left):
    assert words_of(edited(page(words), struck(*numbers)))[0] == left


def test_lines_of_a_note_are_counted_after_those_of_the_words():
    copy = edited(page("a\nb", "note\nmore"), struck(1, 2))
    assert words_of(copy) == ("a", "more")
    assert copy.changes == (Change(KEY, 1, "b", ""), Change(KEY, 2, "note", ""))
    assert words_of(edited(page("", "note\nmore"), struck(0))) == ("", "more")


def test_lines_keep_their_numbers_when_others_are_struck():
    copy = edited(page("secret\nsaw Anna"), Edits((ANNA,), frozenset({LineRef(KEY, 0)})))
    assert copy.changes == (Change(KEY, 0, "secret", ""), Change(KEY, 1, "saw Anna", "saw A."))


def test_what_holds_nothing_any_more_is_not_in_the_document(messages):
    stuff = f.material()
    practice, question = stuff.practices[0], stuff.questions[0]
    refs = [line.ref for line in lines(stuff, EVERYTHING)]
    copy = edited(stuff, Edits(struck=frozenset(refs)))
    assert copy.material.practices == copy.material.questions == ()
    kept = offered_keys(copy.material)
    assert kept < EVERYTHING
    assert not {f"practice:{practice.uid}", f"question:{question.uid}"} & kept
    text = text_of(compose(copy.material, EVERYTHING, Choice(), messages), messages)
    assert practice.words in text_of(compose(stuff, EVERYTHING, Choice(), messages), messages)
    assert practice.words not in text
    assert question.words not in text


def test_questions_practices_and_the_one_of_the_appointment_leave_as_the_list_says():
    stuff = f.material()
    stuff = replace(
        stuff,
        practices=(replace(stuff.practices[0], words="Walk with Anna"),),
        questions=(replace(stuff.questions[0], words="May Anna come?"),),
        appointment=replace(f.appointment(f.TODAY), who="Anna Bell"),
    )
    copy = edited(stuff, Edits((ANNA,)))
    assert copy.material.practices[0].words == "Walk with A."
    assert copy.material.questions[0].words == "May A. come?"
    assert copy.material.appointment.who == "A. Bell"
    assert [one.key for one in copy.changes_in(frozenset())] == [APPOINTMENT]
    assert len(copy.changes_in(frozenset({f"practice:{stuff.practices[0].uid}"}))) == 2


def test_the_lines_that_can_be_struck_are_those_of_what_is_chosen():
    stuff = page("one\n\nthree", "note")
    assert lines(stuff, frozenset()) == ()
    found = lines(stuff, frozenset({KEY}))
    assert found == tuple(Line(LineRef(KEY, at), words) for at, words in ((0, "one"), (2, "three"), (3, "note")))
    keys = {line.ref.key.split(":")[0] for line in lines(f.material(), EVERYTHING)}
    assert keys == {"answer", "question", "practice"}


def test_headings_dates_numbers_and_questions_of_ours_are_never_met(messages):
    pages = tuple(_without_words(one) for one in f.responses())
    stuff = f.material(practices=(), questions=(), answered=pages, appointment=None)
    ours = text_of(compose(stuff, EVERYTHING, Choice(), messages), messages)
    every_word = {word.strip("*:;,.()|") for word in ours.split()} - {""}
    copy = edited(stuff, Edits(tuple(Replacement(word, "X") for word in sorted(every_word))))
    assert text_of(compose(copy.material, EVERYTHING, Choice(), messages), messages) == ours
    assert (copy.changes, len(every_word) > 50) == ((), True)


def _without_words(one):
    answers = {key: replace(answer, text="", note="") for key, answer in one.response.answers.items()}
    return replace(one, response=replace(one.response, answers=answers))


def test_without_an_edit_the_copy_is_the_journal():
    stuff = f.material()
    assert edited(stuff, Edits()).material == stuff
    assert edited(replace(stuff, appointment=None), Edits((Replacement("Zanzibar", "Z."),))).changes == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(), more=st.text(), name=st.sampled_from(["Quax", "quax", "QUAX", "Qu\u00adax"]))
def test_no_chosen_name_stands_in_any_block_or_value_of_the_document(messages, words, more, name):
    replacements = (Replacement("Quax", "Z."),)
    told = f"{words} {name}, {more}"
    stuff = page(told, told)
    stuff = replace(
        stuff,
        practices=(replace(f.material().practices[0], words=told),),
        questions=(replace(f.material().questions[0], words=told),),
        appointment=replace(f.appointment(f.TODAY), who=f"Nurse {name}"),
    )
    assert "Quax" in repr(compose(stuff, offered_keys(stuff), Choice(), messages)).replace("\\xad", "").title()
    copy = edited(stuff, Edits(replacements))
    summary = compose(copy.material, offered_keys(copy.material), Choice(), messages)
    assert look(text_of(summary, messages), replacements).spans == ()
    assert look(repr(summary.data), replacements).spans == ()
    assert {one.key for one in copy.changes} == offered_keys(stuff) | {APPOINTMENT}
    assert edited(copy.material, Edits(replacements)).changes == ()


@given(st.text(), st.sets(st.integers(0, 6)))
def test_striking_removes_those_lines_and_not_a_letter_more(words, numbers):
    refs = {line.ref.line: line.words for line in lines(page(words), frozenset({KEY}))}
    copy = edited(page(words), struck(*numbers))
    left = [line.words for line in lines(copy.material, frozenset({KEY}))]
    assert left == [line for at, line in refs.items() if at not in numbers]
    if not numbers:
        assert words_of(copy) == (words, "")
