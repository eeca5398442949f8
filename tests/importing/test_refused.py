"""What cannot be asked here exactly as it is meant is refused, with its place in the file and a plain reason."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kat_journal.errors import PackError, QuestionnaireError
from kat_journal.importing.fhir_questionnaire import read_questionnaire
from tests.importing.conftest import KNOWN, form_of
from tests.importing.malformed import EDITIONS, FILES, MANY, PICK, SHAPES, YES, only
from tests.importing.questionnaires import data, questionnaires, whole
from tests.importing.unsupported import CHOICES, CONDITIONS, MEANING, OPERATOR, TYPES, condition

REFUSED = FILES | EDITIONS | SHAPES | MEANING | CHOICES | CONDITIONS


def reasons(content):
    with pytest.raises(QuestionnaireError) as refused:
        read_questionnaire(content if isinstance(content, bytes) else data(content), KNOWN)
    return str(refused.value)


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_by_name(case):
    content, reason = REFUSED[case]

    assert reasons(content) == reason


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_that_cannot_be_asked_is_named_with_what_to_ask_for(kind):
    assert reasons(only({**YES, "type": kind})) == f"item[0].type: `{kind}` {TYPES[kind]}"


def test_what_all_of_these_are_made_from_is_accepted():
    assert len(form_of(read_questionnaire(data(whole([YES, MANY, PICK])), KNOWN)).items) == 3


def test_every_problem_is_named_at_once():
    wrong = [{**YES, "linkId": f"q{n}", "type": "url"} for n in range(3)]
    group = {"linkId": "g", "type": "group", "item": wrong[1:]}

    assert [line.partition(":")[0] for line in reasons(whole([wrong[0], group])).splitlines()] == [
        "item[0].type",
        "item[1].item[0].type",
        "item[1].item[1].type",
    ]


def test_a_condition_that_a_whole_group_has_is_named_once():
    two = [{**MANY, "linkId": f"m{n}"} for n in range(2)]
    group = {"linkId": "g", "type": "group", "item": two, **condition("yes", "exists", answerBoolean=True)}

    assert reasons(whole([YES, group])) == f"item[1].enableWhen[0]: `exists` {OPERATOR}"


def test_a_refusal_shows_nothing_that_a_terminal_obeys_and_is_never_long():
    said = reasons(only({**YES, "linkId": "a", "\x1b[2J" + "x" * 5000: 1}))

    assert "\x1b" not in said
    assert len(said) <= 301


def test_it_is_a_pack_that_cannot_be_used():
    assert issubclass(QuestionnaireError, PackError)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=100)
@given(made=questionnaires(), where=st.integers(0, 10_000), instead=JSON)
def test_whatever_stands_anywhere_ends_in_a_form_or_a_refusal(made, where, instead):
    tree, _ = made
    places = [(node, key) for node in _nodes(tree) for key in node]
    node, key = places[where % len(places)]
    node[key] = instead

    with contextlib.suppress(QuestionnaireError):
        form_of(read_questionnaire(json.dumps(tree).encode(), KNOWN))


@given(content=st.binary(max_size=200))
def test_whatever_bytes_come_end_in_a_refusal(content):
    with pytest.raises(QuestionnaireError):
        read_questionnaire(content, KNOWN)


def _nodes(node):
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from _nodes(child)
