"""Our FHIR by the rules of R4 that no model of its elements holds, and the codes of two questionnaires one by one."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.export.formats import fhir
from tests.export.journals import journals
from tests.export.r4 import problems
from tests.golden import fictional as f
from tests.golden.fictional_forms import form, item

ANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LOINC = "http://loinc.org"
FREQUENCY = {"LA6568-5": "Not at all", "LA6569-3": "Several days", "LA6570-1": "More than half the days",
             "LA6571-9": "Nearly every day"}  # fmt: skip
DIFFICULTY = {"LA6572-7": "Not difficult", "LA6573-5": "Somewhat", "LA6575-0": "Very", "LA6574-3": "Extremely"}
PHQ_9 = {"interest": "44250-9", "low-mood": "44255-8", "sleep": "44259-0", "energy": "44254-1", "appetite": "44251-7",
         "self-view": "44258-2", "concentration": "44252-5", "pace": "44253-3", "thoughts": "44260-8"}  # fmt: skip
GAD_7 = {"on-edge": "69725-0", "stopping-worry": "68509-9", "amount-of-worry": "69733-4", "relaxing": "69734-2",
         "restlessness": "69735-9", "irritability": "69689-8", "dread": "69736-7"}  # fmt: skip
SHEETS = {"phq-9": ("44249-1", "44261-6", PHQ_9), "gad-7": ("69737-5", "70274-6", GAD_7)}


def written(messages, *answered, chosen=None):
    """The resources of a file of these responses, which no rule refuses."""
    stuff = f.material(answered=answered, earlier=(), practices=(), questions=(), sessions=())
    keys = offered_keys(stuff) if chosen is None else frozenset(chosen)
    data = fhir.render(compose(stuff, keys, Choice(), messages), messages)
    assert problems(data) == []
    return [one["resource"] for one in json.loads(data).get("entry", ())]


def filled(library, name, numbers):
    """A sheet with a number in each named row."""
    answers = [Answer(ItemId(row), number) for row, number in numbers.items()]
    return f.answered("s", library.forms[FormId(f"core:{name}")], f.TODAY, *answers)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("name", SHEETS)
def test_each_row_and_each_answer_has_the_code_that_was_published(messages, library, name, number):
    panel, total, rows = SHEETS[name]
    response, observation = written(messages, filled(library, name, dict.fromkeys(rows, number)))

    assert response["questionnaire"] == f"{LOINC}/q/{panel}"
    assert [one["linkId"] for one in response["item"]] == [f"/{code}" for code in rows.values()]
    code, display = list(FREQUENCY.items())[number]
    for one in response["item"]:
        (answer,) = one["answer"]
        (ordinal,) = answer["valueCoding"].pop("extension")
        assert answer == {"valueCoding": {"system": LOINC, "code": code, "display": display}}
        assert ordinal["valueDecimal"] == number
    assert observation["code"]["coding"][0]["code"] == total
    assert observation["valueQuantity"]["value"] == number * len(rows)
    assert observation["derivedFrom"] == [{"reference": f"urn:uuid:{response['id']}"}]


@pytest.mark.parametrize(("number", "code"), list(enumerate(DIFFICULTY)))
def test_very_and_extremely_difficult_have_codes_that_are_not_in_order(messages, library, number, code):
    (response,) = written(messages, filled(library, "phq-9", {"difficulty": number}))
    (only,) = response["item"]
    coding = only["answer"][0]["valueCoding"]
    assert (only["linkId"], coding["code"]) == ("/69722-7", code)
    assert coding["display"].startswith(DIFFICULTY[code])


def test_the_two_rows_that_others_swapped_are_where_they_belong(library):
    asked = library.forms[FormId("core:gad-7")]
    names = {one.loinc: one.ask for one in asked.questions()}
    assert "rritab" in names["69689-8"]
    assert "Dread" in names["69736-7"]


@pytest.mark.parametrize("missing", range(10))
def test_a_sheet_with_rows_left_out_says_so_and_has_no_total_where_too_many_are(messages, library, missing):
    rows = dict(list(dict.fromkeys(PHQ_9, 2.0).items())[missing:])
    made = written(messages, filled(library, "phq-9", rows))
    if not rows:
        assert made == []
        return
    response, *scores = made
    assert response["status"] == "completed"
    assert response["meta"]["tag"][0]["code"] == "SUBSETTED"
    assert [one["linkId"] for one in response["item"]] == [f"/{PHQ_9[row]}" for row in rows]
    assert len(scores) == (missing <= 2)
    for one in scores:
        assert one["valueQuantity"]["value"] == 18
        assert f"{9 - missing} of 9" in one["note"][0]["text"]
        assert ("stimate" in one["note"][0]["text"]) is (missing > 0)


def test_a_total_without_its_rows_tells_none_and_leads_to_none(messages, library):
    sheet = filled(library, "phq-9", dict.fromkeys(PHQ_9, 1.0))
    (alone,) = written(messages, sheet, chosen=["score:s:total"])
    assert "derivedFrom" not in alone
    response, total = written(messages, sheet, chosen=["score:s:total", "answer:s:sleep"])
    assert [one["linkId"] for one in response["item"]] == ["/44259-0"]
    assert total["derivedFrom"][0]["reference"] == f"urn:uuid:{response['id']}"
    assert total["valueQuantity"]["value"] == 9


def test_a_skipped_row_is_no_answer_and_no_zero(messages, library):
    sheet = filled(library, "phq-9", dict.fromkeys(list(PHQ_9)[1:], 0.0))
    sheet.response.answers[ItemId("interest")] = Answer(ItemId("interest"), skipped=True)
    response, total = written(messages, sheet)
    assert "/44250-9" not in [one["linkId"] for one in response["item"]]
    assert "8 of 9" in total["note"][0]["text"]


def test_two_questions_of_one_code_are_two_items(messages):
    """A pack of a person's own may ask one question of LOINC twice; a reader must not take one answer for the other."""
    rows = [item(name, ItemType.TEXT, "How?", loinc="44250-9") for name in "ab"]
    answers = [Answer(ItemId(name), text=name) for name in "ab"]
    (response,) = written(messages, f.answered("s", form("twice", *rows), f.TODAY, *answers))
    assert len({one["linkId"] for one in response["item"]}) == 2


@pytest.mark.parametrize("number", [2.0**31 - 1, 2.0**31, 1e15, -(2.0**40), 0.1, 1e-7])
def test_a_number_of_any_size_is_one_that_r4_takes(messages, number):
    asked = form("count", item("a", ItemType.NUMBER, "How many?"))
    (response,) = written(messages, f.answered("s", asked, f.TODAY, Answer(ItemId("a"), number)))
    (value,) = response["item"][0]["answer"][0].values()
    assert value == number


@ANY
@given(journals(), st.data())
def test_any_choice_of_any_journal_is_right_by_every_rule(messages, journal, data):
    keys = sorted(offered_keys(journal.material))
    chosen = frozenset(data.draw(st.sets(st.sampled_from(keys)))) if data.draw(st.booleans()) else frozenset(keys)
    everything = data.draw(st.booleans())
    made = fhir.render(compose(journal.material, chosen, Choice(everything=everything), messages), messages)
    assert problems(made) == []


def test_everything_of_the_demo_is_right_by_every_rule(demo):
    material = demo.summaries.material(demo.summaries.whole_period())
    keys = frozenset(one.key for one in demo.summaries.candidates(material))
    made = demo.exports.render(demo.summaries.compose(material, keys, Choice(everything=True)), "fhir")
    assert len(json.loads(made)["entry"]) > 20
    assert problems(made) == []


def _first(kind):
    return lambda bundle: next(one for one in bundle["entry"] if one["resource"]["resourceType"] == kind)["resource"]


_RESPONSE, _OBSERVATION = _first("QuestionnaireResponse"), _first("Observation")
SPOILT = {
    "another status": lambda made: _RESPONSE(made).update(status="done"),
    "no status": lambda made: _OBSERVATION(made).pop("status"),
    "an empty list": lambda made: _RESPONSE(made).update(item=[]),
    "an empty text": lambda made: _RESPONSE(made)["item"][0].update(text=" "),
    "a link twice": lambda made: _RESPONSE(made)["item"].append(_RESPONSE(made)["item"][0]),
    "an address twice": lambda made: made["entry"].append(made["entry"][0]),
    "an address of another": lambda made: made["entry"][0].update(fullUrl="urn:uuid:" + "0" * 36),
    "a reference out of the bundle": lambda made: _OBSERVATION(made)["derivedFrom"][0].update(reference="urn:uuid:1"),
    "a day that is none": lambda made: _RESPONSE(made).update(authored="23.11.2026"),
    "a code with spaces": lambda made: _OBSERVATION(made)["code"]["coding"][0].update(code=" x "),
    "a code of nobody": lambda made: _OBSERVATION(made)["valueQuantity"].pop("system"),
    "a number as text": lambda made: _OBSERVATION(made)["valueQuantity"].update(value="3"),
    "two values": lambda made: _RESPONSE(made)["item"][0]["answer"][0].update(valueString="x"),
    "no value": lambda made: _OBSERVATION(made).pop("valueQuantity"),
    "an integer too large": lambda made: _RESPONSE(made)["item"][0].update(answer=[{"valueInteger": 2**31}]),
    "a reason of our own": lambda made: _RESPONSE(made)["item"][0].update(
        extension=[{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "shy"}]
    ),
    "an element of nobody": lambda made: _OBSERVATION(made).update(colour="red"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_breaks_a_rule_is_found_out(messages, library, name):
    made = written(messages, filled(library, "phq-9", dict.fromkeys(PHQ_9, 1.0)))
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in made],
    }
    assert problems(json.dumps(bundle)) == []
    spoilt = copy.deepcopy(bundle)
    SPOILT[name](spoilt)
    assert problems(json.dumps(spoilt)) != []
