import json
from dataclasses import replace
from datetime import date

import pytest
from fhirclient.models.bundle import Bundle
from hypothesis import HealthCheck, given, settings

from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.domain.scoring import score
from kat_journal.domain.summary import (
    Chosen,
    ChosenAnswer,
    ChosenForm,
    ChosenPractice,
    ChosenSession,
    Summary,
)
from kat_journal.export import plain
from kat_journal.export.formats import fhir
from kat_journal.export.loinc import NOTICE, loinc_answer
from tests.export.texts import WORDS
from tests.golden.fictional_forms import BOTHER, FELT, form, item

DAY = date(2026, 11, 23)
PHQ_9 = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8", "69722-7"]
GAD_7 = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"]
FREQUENCY = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"]
DIFFICULTY = ["LA6572-7", "LA6573-5", "LA6575-0", "LA6574-3"]


def bundle(summary, messages):
    """The bundle, which HL7's models of R4 take, and give back as it was."""
    data = fhir.render(summary, messages)
    made = json.loads(data)
    assert Bundle(made, strict=True).as_json() == made
    assert data.endswith(b"}\n")
    return made


def resources(summary, messages, kind):
    entries = bundle(summary, messages).get("entry", [])
    return [one["resource"] for one in entries if one["resource"]["resourceType"] == kind]


def chosen(asked, *answers, scores=()):
    one = ChosenForm(
        asked.id,
        asked.version,
        asked.title,
        asked.loinc,
        DAY,
        None,
        tuple(ChosenAnswer(asked.item(answer.item_id), answer) for answer in answers),
        tuple(scores),
    )
    return Summary("", (), (), (), data=Chosen(made_on=DAY, forms=(one,)))


def items_of(messages, asked_item, answer):
    asked = form("x", asked_item)
    (response,) = resources(chosen(asked, answer), messages, "QuestionnaireResponse")
    return response["item"]


def answered(messages, asked_item, answer):
    (only,) = items_of(messages, asked_item, answer)
    return only["answer"]


def sheet(library, name, rows):
    asked = library.forms[FormId(f"core:{name}")]
    answers = [Answer(one.id, float(at % 4)) for at, one in enumerate(asked.questions())]
    assert [one.loinc for one in asked.questions()] == rows
    made = [score(rule, {one.item_id: one for one in answers}) for rule in asked.scores]
    return chosen(asked, *answers, scores=made)


@pytest.mark.parametrize(
    ("name", "rows", "panel", "total"),
    [("phq-9", PHQ_9, "44249-1", "44261-6"), ("gad-7", GAD_7, "69737-5", "70274-6")],
)
def test_a_sheet_that_loinc_knows_carries_its_codes(messages, library, name, rows, panel, total):
    summary = sheet(library, name, rows)
    (response,) = resources(summary, messages, "QuestionnaireResponse")
    (observation,) = resources(summary, messages, "Observation")

    assert response["questionnaire"] == f"http://loinc.org/q/{panel}"
    assert [one["linkId"] for one in response["item"]] == [f"/{row}" for row in rows]
    for at, one in enumerate(response["item"][:9]):
        (given_,) = one["answer"]
        assert given_["valueCoding"]["system"] == "http://loinc.org"
        assert given_["valueCoding"]["code"] == FREQUENCY[at % 4]
        assert given_["valueCoding"]["extension"][0]["valueDecimal"] == at % 4
    assert observation["code"]["coding"][0] == {"system": "http://loinc.org", "code": total}
    assert observation["method"]["coding"] == [{"system": "http://loinc.org", "code": panel}]
    assert observation["valueQuantity"]["unit"] == observation["valueQuantity"]["code"] == "{score}"
    assert observation["derivedFrom"] == [{"reference": f"urn:uuid:{response['id']}"}]
    assert NOTICE in [one["valueString"] for one in bundle(summary, messages)["meta"]["extension"]]


def test_the_two_answer_codes_that_are_not_in_numeric_order_are_right():
    assert [loinc_answer("69722-7", number).code for number in range(4)] == DIFFICULTY
    assert [loinc_answer("69722-7", number).display.split()[0] for number in (2, 3)] == ["Very", "Extremely"]


def test_a_number_that_an_answer_list_has_not_is_not_coded():
    assert loinc_answer("44250-9", 4) is None
    assert loinc_answer("", 0) is None


def test_the_fictional_summary_is_a_bundle_of_responses_and_scores(messages, fictional):
    made = bundle(fictional, messages)
    assert (made["type"], made["language"]) == ("collection", "en")
    assert len(resources(fictional, messages, "Observation")) == 4
    said = [one["valueString"] for one in made["meta"]["extension"]]
    assert said[0] == "These are my own notes, not a clinical assessment."
    assert NOTICE not in said, "no code of LOINC is in it"
    ids = [one["resource"]["id"] for one in made["entry"]]
    assert len(set(ids)) == len(ids)
    assert all(one["fullUrl"] == f"urn:uuid:{one['resource']['id']}" for one in made["entry"])


def test_nobody_is_named_beyond_the_heading(messages, fictional):
    nobody = replace(fictional, data=replace(fictional.data, who=""))
    assert all(one["resource"]["subject"] == {"display": "J. M. M."} for one in bundle(fictional, messages)["entry"])
    assert not any("subject" in one["resource"] for one in bundle(nobody, messages)["entry"])
    assert b"Patient" not in fhir.render(fictional, messages)


def test_days_have_no_time_of_day(messages, fictional):
    for one in resources(fictional, messages, "QuestionnaireResponse"):
        date.fromisoformat(one["authored"])
    for one in resources(fictional, messages, "Observation"):
        date.fromisoformat(one["effectiveDateTime"])


def test_an_id_is_made_of_the_words_alone(messages, fictional):
    """The same words have the same id in another file; two of the same words in one file have two."""
    first, *_ = fictional.data.forms
    alone = replace(fictional, data=replace(fictional.data, forms=(first,)))
    twice = replace(fictional, data=replace(fictional.data, forms=(first, first)))
    (one,) = resources(alone, messages, "Observation")
    again, other = resources(twice, messages, "Observation")
    assert one == again
    assert other["id"] != again["id"]
    assert other | {"id": ""} == again | {"id": ""}


def test_a_summary_of_nothing_is_an_empty_bundle(messages):
    assert bundle(Summary("", (), (), ()), messages) == {
        "resourceType": "Bundle",
        "language": "en",
        "type": "collection",
    }


def test_each_kind_of_answer_has_the_value_that_fits(messages):
    local = "urn:kat-journal:cs"
    bother = item("a", ItemType.SYMPTOM, "A", scale=BOTHER)
    (hard,) = answered(messages, bother, Answer(bother.id, 3.0))
    assert hard["valueCoding"]["code"] == "core:x:a:3"
    assert hard["valueCoding"]["display"] == "Hard"
    felt = item("a", ItemType.SCALE, "A", scale=FELT)
    assert answered(messages, felt, Answer(felt.id, 3.0)) == [{"valueInteger": 3}]
    number = item("a", ItemType.NUMBER, "A")
    assert answered(messages, number, Answer(number.id, 1.5)) == [{"valueDecimal": 1.5}]
    unit = replace(number, unit="times")
    assert answered(messages, unit, Answer(unit.id, 2.0)) == [{"valueQuantity": {"value": 2, "unit": "times"}}]
    yes = item("a", ItemType.YES_NO, "A")
    assert answered(messages, yes, Answer(yes.id, 0.0)) == [{"valueBoolean": False}]
    time = item("a", ItemType.TIME, "A")
    assert answered(messages, time, Answer(time.id, text="09:30")) == [{"valueTime": "09:30:00"}]
    assert answered(messages, time, Answer(time.id, text="at nine")) == [{"valueString": "at nine"}]
    assert answered(messages, bother, Answer(bother.id, options=("noticed",))) == [
        {"valueCoding": {"system": local, "code": "core:x:a:noticed", "display": "noticed, not rated"}}
    ]


def test_several_options_are_several_answers(messages):
    asked = Item(ItemId("a"), ItemType.CHOICES, "A")
    assert [one["valueCoding"]["code"] for one in answered(messages, asked, Answer(asked.id, options=("b", "c")))] == [
        "core:x:a:b",
        "core:x:a:c",
    ]


def test_gone_a_note_and_a_skip_are_told_beside_the_answer(messages):
    bother = item("a", ItemType.SYMPTOM, "A", scale=BOTHER)
    items = items_of(messages, bother, Answer(bother.id, 2.0, gone="partly", note="Evening."))
    assert [one["linkId"] for one in items] == ["a", "a.gone", "a.note"]
    assert items[1]["answer"][0]["valueCoding"]["display"] == "partly gone"
    assert items[2]["answer"] == [{"valueString": "Evening."}]
    assert items[2]["text"] == "A: what I added"
    (skipped,) = items_of(messages, bother, Answer(bother.id, skipped=True))
    assert "answer" not in skipped
    assert skipped["extension"][0]["valueCode"] == "asked-declined"
    (note,) = items_of(messages, bother, Answer(bother.id, note="Alone."))
    assert note["linkId"] == "a.note"


def test_sessions_practices_and_questions_stand_in_one_response(messages):
    data = Chosen(
        made_on=DAY,
        sessions=(ChosenSession(DAY, "Nasal spray"), ChosenSession(DAY)),
        practices=(ChosenPractice("Walk", DAY), ChosenPractice("Rest")),
        questions=("Why?",),
    )
    (response,) = resources(Summary("", (), (), (), data=data), messages, "QuestionnaireResponse")
    assert [(one["linkId"], *one["answer"][0].values()) for one in response["item"]] == [
        ("session-1", "2026-11-23"),
        ("session-1.route", "Nasal spray"),
        ("session-2", "2026-11-23"),
        ("practice-1", "Walk"),
        ("practice-1.last-done", "2026-11-23"),
        ("practice-2", "Rest"),
        ("question-1", "Why?"),
    ]


@given(WORDS.filter(lambda words: plain.fold(words).strip()))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_bundle_that_validates_and_holds_it(messages, words):
    asked = form("x", item("a", ItemType.TEXT, "A", note=True), title=words)
    summary = chosen(asked, Answer(ItemId("a"), text=words, note=words))
    named = replace(summary, data=replace(summary.data, who=words, questions=(words,)))
    one, carried = resources(named, messages, "QuestionnaireResponse")
    assert [part["answer"][0]["valueString"] for part in one["item"]] == [plain.fold(words)] * 2
    assert carried["item"][0]["answer"][0]["valueString"] == plain.fold(words)
    assert one["subject"]["display"] == plain.fold(words)


def test_the_models_refuse_what_is_no_r4():
    wrong = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Observation"}}]}
    with pytest.raises(Exception, match="status"):
        Bundle(wrong, strict=True)
