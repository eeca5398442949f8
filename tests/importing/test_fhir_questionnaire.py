"""What a questionnaire asks is what the form asks: the same words, choices, order and branching."""

import tomllib

import pytest
from fhirclient.models.questionnaire import Questionnaire
from hypothesis import HealthCheck, given, settings

from kat_journal.domain.form import ItemType
from kat_journal.importing.fhir_questionnaire import import_questionnaire, read_questionnaire
from tests.importing.conftest import KNOWN, form_of
from tests.importing.questionnaires import FHIR, LOINC, choice, data, questionnaires, whole

YES = {"linkId": "yes", "text": "Is it so?", "type": "boolean"}
ONLY_IF_YES = {"enableWhen": [{"question": "yes", "operator": "=", "answerBoolean": True}]}


def imported(*items, **others):
    return form_of(read_questionnaire(data(whole([*items], **others)), KNOWN))


def notes(*items, **others):
    return import_questionnaire(data(whole([*items], **others)), KNOWN).notes


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(made=questionnaires())
def test_whatever_is_supported_comes_out_as_it_went_in(made):
    """The same questions, choices, order and branching; and the generator makes what HL7's own models take."""
    tree, asked = made
    Questionnaire(tree)

    form = form_of(read_questionnaire(data(tree), KNOWN))

    assert form.title == tree["title"]
    assert len(form.items) == len(asked)
    for item, wanted in zip(form.items, asked, strict=True):
        assert (item.ask, item.hint, item.type.value) == (wanted.ask, wanted.hint, wanted.type)
        assert tuple(option.text for option in item.options) == wanted.options
        assert (item.low, item.high, item.unit, item.lines) == (wanted.low, wanted.high, wanted.unit, wanted.lines)
        assert _condition(item, form) == wanted.met
    assert len({item.id for item in form.items}) == len(asked)
    assert form.scores == ()


def _condition(item, form):
    if item.ask_if is None:
        return None
    number = next(place for place, other in enumerate(form.items) if other.id == item.ask_if.item)
    if item.ask_if.option is not None:
        return number, "option", form.items[number].option_text(item.ask_if.option)
    return number, "at_least", item.ask_if.at_least


def test_hl7s_models_would_notice_what_is_no_questionnaire():
    with pytest.raises(Exception, match="linkId"):
        Questionnaire(whole([{"text": "No name", "type": "boolean"}]))


def test_the_same_file_always_gives_the_same_names():
    tree = data(whole([{**YES, "linkId": "/44-1"}, choice("Größe!", [("A b", "One"), ("a-b", "Two")])]))

    assert read_questionnaire(tree, KNOWN) == read_questionnaire(tree, KNOWN)


def test_an_update_keeps_the_names_of_pack_form_questions_and_choices():
    first = read_questionnaire(data(whole([YES], url="urn:one", version="1.0.0", title="Old")), KNOWN)
    second = read_questionnaire(data(whole([YES], url="urn:one", version="1.0.1", title="New")), KNOWN)
    packs = [tomllib.loads(files["pack.toml"]) for files in (first, second)]

    assert [pack["id"] for pack in packs] == [packs[0]["id"]] * 2
    assert [pack["version"] for pack in packs] == ["1.0.0", "1.0.1"]
    assert [form_of(files).version for files in (first, second)] == [1000, 1001]
    assert [item.id for item in form_of(first).items] == [item.id for item in form_of(second).items]


@pytest.mark.parametrize(("version", "number"), [("", 1), ("0.0.0", 1), ("2", 2000), ("1.10", 1100), ("2019-05", 1)])
def test_the_version_of_the_form_rises_with_that_of_the_file(version, number):
    assert imported(YES, version=version).version == number


def test_where_it_comes_from_and_whose_it_is_stand_in_the_pack():
    files = read_questionnaire(
        data(whole([YES], publisher="A clinic", copyright="Copyright of somebody", description="About it.")), KNOWN
    )
    about = tomllib.loads(files["pack.toml"])

    assert (about["author"], about["licence"], about["version"]) == ("A clinic", "Copyright of somebody", "1")
    assert (form_of(files).source, form_of(files).about) == ("Copyright of somebody", "About it.")


def test_what_the_file_does_not_say_is_not_made_up():
    files = read_questionnaire(data(whole([YES], contact=[{}, {"name": "Somebody"}], date="2020-01-02")), KNOWN)
    about = tomllib.loads(files["pack.toml"])

    assert (about["author"], about["licence"], about["version"]) == ("Somebody", "not stated in the file", "2020-01-02")
    assert tomllib.loads(read_questionnaire(data(whole([YES])), KNOWN)["pack.toml"])["author"] == (
        "not stated in the file"
    )


@pytest.mark.parametrize("words", ["<p>Page</p>", "See https://clinic.example", "x" * 1001, "Ring 030 123 45 67"])
def test_a_description_that_cannot_be_shown_is_passed_over(words):
    assert imported(YES, description=words).about == "A few questions"


def test_a_long_copyright_with_addresses_travels_as_far_as_it_can():
    words = "This content is of LOINC (https://loinc.org/license), copyright 1995-2026. " * 20
    source = imported(YES, copyright=words).source

    assert source.startswith("This content is of LOINC (https://loinc.org/license), copyright 1995-2026. This")
    assert (len(source), source[-1]) == (1000, "…")
    assert imported(YES, copyright="<b>Ours</b>").source == "A few questions"


def test_a_version_that_is_an_address_is_none():
    files = read_questionnaire(data(whole([YES], version="https://clinic.example/1")), KNOWN)

    assert tomllib.loads(files["pack.toml"])["version"] == "1"


@pytest.mark.parametrize(("said", "kept"), [("de-DE", "de-DE"), ("zh-Hans", "zh"), ("", "en"), ("English", "en")])
def test_the_language_is_that_of_the_file(said, kept):
    assert imported(YES, language=said).language == kept


def test_a_name_stands_in_for_a_missing_title():
    assert imported(YES, title=None, name="OneQuestion").title == "OneQuestion"


def test_line_breaks_become_spaces_and_nothing_else_changes():
    form = imported({**YES, "text": "  How\r\n was  it,\n\n\tthen?  "})

    assert form.items[0].ask == "How was  it, then?"


def test_letters_that_join_others_stay():
    assert imported({**YES, "text": "می\u200cخواهم"}).items[0].ask == "می\u200cخواهم"


def test_the_number_of_a_question_stands_before_it():
    assert imported({**YES, "prefix": "3."}).items[0].ask == "3. Is it so?"


def test_help_stands_beside_its_question_and_a_unit_with_its_number():
    unit = {"url": f"{FHIR}/questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "unit"}]}}
    other = {"url": f"{FHIR}/questionnaire-displayCategory"}
    helping = [
        {"linkId": "a", "type": "display", "text": "As many as you like"},
        {"linkId": "b", "type": "display", "text": "cups", "extension": [other, unit]},
        {"linkId": "c", "type": "display", "text": "A guess will do", "extension": [other]},
    ]
    item = imported({"linkId": "n", "type": "integer", "text": "How many?", "item": helping}).items[0]

    assert (item.hint, item.unit) == ("As many as you like · A guess will do", "cups")


def test_a_unit_without_words_is_named_by_its_code():
    mark = {"url": f"{FHIR}/questionnaire-unit", "valueCoding": {"code": "kg"}}

    assert imported({"linkId": "n", "type": "decimal", "text": "How heavy?", "extension": [mark]}).items[0].unit == "kg"


def test_a_question_without_words_of_its_own_takes_those_inside_it():
    inside = {"linkId": "a", "type": "display", "text": "Your name"}

    assert imported({"linkId": "n", "type": "string", "item": [inside]}).items[0].ask == "Your name"


def test_a_text_with_a_condition_stands_on_its_own_line():
    inside = {"linkId": "a", "type": "display", "text": "Then rest.", **ONLY_IF_YES}
    form = imported({**YES, "item": [inside]})

    assert [item.type for item in form.items] == [ItemType.YES_NO, ItemType.STATEMENT]
    assert form.items[1].ask_if.item == form.items[0].id


def test_a_question_below_another_is_asked_after_it():
    form = imported({**YES, "item": [{"linkId": "b", "type": "text", "text": "Say more", **ONLY_IF_YES}]})

    assert [item.ask for item in form.items] == ["Is it so?", "Say more"]


def test_the_condition_of_a_group_is_that_of_everything_in_it():
    group = {"linkId": "g", "type": "group", "text": "More", "item": [{"linkId": "t", "type": "text", "text": "Say"}]}
    form = imported(YES, {**group, **ONLY_IF_YES})

    assert [item.ask_if and item.ask_if.at_least for item in form.items] == [None, 1, 1]


def test_a_condition_inside_another_may_point_to_what_stands_inside_too():
    rest = {"linkId": "rest", "type": "text", "text": "What then?"}
    inside = [
        {"linkId": "more", "type": "boolean", "text": "More?"},
        {**rest, "enableWhen": [{"question": "more", "operator": "=", "answerBoolean": True}]},
        {**rest, "linkId": "same", **ONLY_IF_YES},
    ]
    form = imported(YES, {"linkId": "g", "type": "group", "item": inside, **ONLY_IF_YES})
    ids = [item.id for item in form.items]

    assert [item.ask_if and item.ask_if.item for item in form.items] == [None, ids[0], ids[1], ids[0]]


@pytest.mark.parametrize(
    ("kind", "operator", "answer", "least"),
    [
        ("integer", ">", {"answerInteger": 2}, 3),
        ("integer", ">=", {"answerInteger": 2}, 2),
        ("decimal", ">=", {"answerDecimal": 2.5}, 2.5),
    ],
)
def test_a_number_is_enough_from_some_point_on(kind, operator, answer, least):
    many = {"linkId": "many", "text": "How many?", "type": kind}
    form = imported(many, {**YES, "enableWhen": [{"question": "many", "operator": operator, **answer}]})

    assert form.items[1].ask_if.at_least == least


def test_what_the_person_is_not_asked_is_left_out_and_said():
    hidden = {"url": f"{FHIR}/questionnaire-hidden", "valueBoolean": True}
    sum_of = {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}
    odd = {"modifierExtension": [{"url": "urn:x"}], "initial": [{"valueString": "x"}]}
    left_out = [
        {"linkId": "h", "type": "string", "text": "Hidden", "extension": [hidden], **odd},
        {"linkId": "f", "type": "quantity", "text": "Total", "extension": [sum_of]},
        {"linkId": "r", "type": "reference", "text": "Record", "readOnly": True},
    ]

    assert len(imported(YES, *left_out).items) == 1
    assert notes(YES, *left_out) == (
        "item[1]: is hidden from the person, and is left out",
        "item[2]: is worked out by a formula; this journal adds up only what it knows, and is left out",
        "item[3]: is filled in by a program, not by the person, and is left out",
    )


def test_what_was_left_out_is_noted_in_the_form_too():
    files = read_questionnaire(data(whole([YES, {**YES, "linkId": "r", "readOnly": True}])), KNOWN)

    assert files["forms/questionnaire.toml"].startswith("# item[1]: is filled in by a program")


def test_choices_may_stand_in_a_value_set_of_the_file():
    listed = {"resourceType": "ValueSet", "id": "often", "compose": {"include": [{"concept": [{"code": "no"}]}] * 1}}
    listed["compose"]["include"].append({"system": "urn:x", "concept": [{"code": "yes", "display": "Yes"}]})
    opened = {"resourceType": "ValueSet", "id": "opened", "expansion": {"contains": [{"code": "a"}, {"code": "b"}]}}
    others = [{"resourceType": "ValueSet"}, {"resourceType": "Patient", "id": "often"}]
    form = imported(
        {"linkId": "a", "type": "choice", "text": "One?", "answerValueSet": "#often"},
        {"linkId": "b", "type": "choice", "text": "Two?", "answerValueSet": "#opened"},
        contained=[listed, opened, *others],
    )

    assert [[option.text for option in item.options] for item in form.items] == [["no", "Yes"], ["a", "b"]]


def test_choices_may_be_numbers_days_and_times():
    options = [{"valueInteger": 3}, {"valueDate": "2020-01"}, {"valueTime": "10:00:00"}, {"valueString": "None"}]
    when = {"enableWhen": [{"question": "c", "operator": "=", "answerInteger": 3}]}
    form = imported({"linkId": "c", "type": "choice", "text": "Which?", "answerOption": options}, {**YES, **when})

    assert [option.text for option in form.items[0].options] == ["3", "2020-01", "10:00:00", "None"]
    assert form.items[1].ask_if.option == form.items[0].options[0].id


def test_a_claim_about_style_matters_only_where_there_is_a_style():
    claim = [{"url": f"{FHIR}/rendering-styleSensitive", "valueBoolean": True}]

    assert imported(YES, extension=claim, code=[{"system": LOINC, "code": "1-8"}]).title == "A few questions"


def test_a_file_that_starts_with_a_byte_order_mark_is_read():
    assert form_of(read_questionnaire(b"\xef\xbb\xbf" + data(whole([YES])), KNOWN)).title == "A few questions"
