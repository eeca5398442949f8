"""Questionnaires that are right, and mean what cannot be asked here; each with what is said of it."""

from kat_journal.importing.answers import MOST
from tests.importing.malformed import MANY, PICK, YES, only
from tests.importing.questionnaires import FHIR, whole

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition"


def mark(name, **value):
    return {"extension": [{"url": f"{SDC}/{name}", **value}]}


def condition(question, operator, **answer):
    return {"enableWhen": [{"question": question, "operator": operator, **answer}]}


def then(before, question, operator, **answer):
    return whole(
        [before, {"linkId": "then", "type": "text", "text": "Then?", **condition(question, operator, **answer)}]
    )


def value_set(**inside):
    return only({**PICK, "answerOption": [], "answerValueSet": "#set"}, contained=[
        {"resourceType": "ValueSet", "id": "set", **inside}
    ])  # fmt: skip


OPERATOR = "can be followed only for `=` with a choice or Yes, and for `>=` and `>` with a number"
ONE_BY_ONE = "item[0].answerValueSet: `#set` does not list its choices one by one; ask for a file that does"

TYPES = {
    "quantity": "asks for a number and its unit together; ask for `decimal` with a unit",
    "dateTime": "asks for a day and a time together; ask for `date` and `time`",
    "url": "asks for a web address",
    "attachment": "asks for a file",
    "reference": "asks for something in a clinic's records",
    "open-choice": (
        "lets people write an answer of their own among the choices; ask for `choice` and a text beside it"
    ),
}

MEANING = {
    "a modifier": (
        only({**YES, "modifierExtension": [{"url": "urn:x"}]}),
        "item[0].modifierExtension: holds a mark that changes its meaning, and that is not known here",
    ),
    "a modifier of the whole": (
        only(YES, modifierExtension=[]),
        "modifierExtension: holds a mark that changes its meaning, and that is not known here",
    ),
    "rules of its own": (
        only(YES, implicitRules="urn:x"),
        "implicitRules: follows rules of its own, which are not known here",
    ),
    "a condition by formula": (
        only({**YES, **mark("sdc-questionnaire-enableWhenExpression")}),
        "item[0].extension[0]: enableWhenExpression: is asked or not by a formula; only one plain condition can be "
        "followed",
    ),
    "choices by formula": (
        only({**PICK, **mark("sdc-questionnaire-answerExpression")}),
        "item[0].extension[0]: answerExpression: takes its choices from a formula",
    ),
    "words by formula": (
        only({**YES, "_text": mark("cqf-expression")}),
        "item[0]._text.extension[0]: expression: gets its words from a formula",
    ),
    "questions from a server": (
        only(YES, **mark("sdc-questionnaire-questionnaireAdaptive", valueBoolean=True)),
        "extension[0]: questionnaireAdaptive: gets its questions one by one from a server; nothing here reaches a "
        "network",
    ),
    "a picture": (
        only({**YES, **mark("sdc-questionnaire-itemMedia")}),
        "item[0].extension[0]: itemMedia: shows a picture or plays a sound",
    ),
    "a style that matters": (
        only(
            {**YES, "_text": {"extension": [{"url": f"{FHIR}/rendering-style", "valueString": "color: red"}]}},
            extension=[{"url": f"{FHIR}/rendering-styleSensitive", "valueBoolean": True}],
        ),
        "extension: styleSensitive: says that it cannot be understood without its colours or type, which are not "
        "shown here",
    ),
    "an answer before the person": (
        only({**YES, "initial": [{"valueBoolean": True}]}),
        "item[0].initial: answers before the person does; nothing is filled in here at first",
    ),
    "a choice before the person": (
        only({**PICK, "answerOption": [{"valueString": "One", "initialSelected": True}, {"valueString": "Two"}]}),
        "item[0].answerOption[0].initialSelected: answers before the person does; nothing is chosen here at first",
    ),
    "a group again and again": (
        only({"linkId": "g", "type": "group", "repeats": True, "item": [YES]}),
        "item[0].repeats: asks the whole group again and again; it can be asked once",
    ),
    "several answers": (
        only({**YES, "repeats": True}),
        "item[0].repeats: asks for several answers; only a choice can take them",
    ),
    "a question for each choice": (
        only({**PICK, "repeats": True, "item": [YES]}),
        "item[0].item: is asked again for each choice; it can be asked once",
    ),
    "choices of no choice": (
        only({**MANY, "answerOption": PICK["answerOption"]}),
        "item[0].type: `integer` takes no choices",
    ),
    "limits the wrong way round": (
        only({**MANY, "extension": [{"url": f"{FHIR}/{name}Value", "valueInteger": 3} for name in ("min", "max")]}),
        "item[0].extension: minValue 3 must be below maxValue 3",
    ),
    "a limit beyond counting": (
        only({**MANY, "extension": [{"url": f"{FHIR}/maxValue", "valueInteger": 10_000_000}]}),
        "item[0].extension: maxValue must be a number of at most 1000000",
    ),
    "a limit that is a day": (
        only({**MANY, "extension": [{"url": f"{FHIR}/minValue", "valueDate": "2020-01-01"}]}),
        "item[0].extension: minValue must be a number of at most 1000000",
    ),
}  # fmt: skip

CHOICES = {
    "one choice": (
        only({**PICK, "answerOption": [{"valueString": "One"}]}),
        "item[0].answerOption: holds 1; from 2 to 40 choices can be shown",
    ),
    "too many choices": (
        only({**PICK, "answerOption": [{"valueInteger": n} for n in range(MOST + 1)]}),
        "item[0].answerOption: holds more than 40; from 2 to 40 choices can be shown",
    ),
    "the same choice twice": (
        only({**PICK, "answerOption": [{"valueString": "One"}, {"valueString": "One"}]}),
        "item[0].answerOption: holds the same choice twice",
    ),
    "a choice of nothing": (
        only({**PICK, "answerOption": [{"valueReference": {"reference": "x"}}, {"valueString": "One"}]}),
        "item[0].answerOption[0]: holds no answer that can be shown: a code, text, number, day or time",
    ),
    "a choice without words": (
        only({**PICK, "answerOption": [{"valueCoding": {"code": "a", "display": " "}}, {"valueString": "One"}]}),
        "item[0].answerOption[0].valueCoding.display: holds no words",
    ),
    "two kinds of choices": (
        only({**PICK, "answerValueSet": "#set"}),
        "item[0].answerValueSet: stands beside answerOption; only one of them can hold",
    ),
    "choices elsewhere": (
        only({**PICK, "answerOption": [], "answerValueSet": "http://clinic.example/set"}),
        "item[0].answerValueSet: `http://clinic.example/set` is not in this file; ask for the questionnaire with its "
        "answers in it",
    ),
    "choices that are not there": (
        only({**PICK, "answerOption": [], "answerValueSet": "#set"}),
        "item[0].answerValueSet: `#set` is not in this file; ask for the questionnaire with its answers in it",
    ),
    "choices by filter": (value_set(compose={"include": [{"system": "x", "filter": [{}]}]}), ONE_BY_ONE),
    "a whole code system": (value_set(compose={"include": [{"system": "x"}]}), ONE_BY_ONE),
    "choices but for some": (
        value_set(compose={"include": [{"concept": [{"code": "a"}]}], "exclude": [{}]}),
        ONE_BY_ONE,
    ),
    "choices inside choices": (value_set(expansion={"contains": [{"code": "a", "contains": [{}]}]}), ONE_BY_ONE),
    "a value set without end": (
        value_set(compose={"include": [{"concept": [{"code": f"c{n}"} for n in range(4_000)]}]}),
        "item[0].answerValueSet: `#set` is too large; up to 40 choices can be shown",
    ),
    "a value set of nothing": (value_set(), "item[0].answerValueSet: holds 0; from 2 to 40 choices can be shown"),
    "a value set of another shape": (
        value_set(compose=[]),
        "item[0].answerValueSet.compose: Expected `object | null`, got `array`",
    ),
    "a modifier of a value set": (
        value_set(compose={"include": [{"concept": [{"code": "a", "modifierExtension": []}]}]}),
        "item[0].answerValueSet.compose.include[0].concept[0].modifierExtension: holds a mark that changes its "
        "meaning, and that is not known here",
    ),
    "a contained thing that is none": (only(YES, contained=["x"]), "contained[0]: Expected `object`, got `str`"),
}  # fmt: skip

CONDITIONS = {
    "two conditions": (
        only({**YES, "enableWhen": [{"question": "a", "operator": "="}] * 2}),
        "item[0].enableWhen: holds more than one condition; one can be followed",
    ),
    "a condition inside another": (
        whole(
            [
                YES,
                MANY,
                {
                    "linkId": "g",
                    "type": "group",
                    "item": [{**PICK, **condition("yes", "=", answerBoolean=True)}],
                    **condition("many", ">=", answerInteger=2),
                },
            ]
        ),
        "item[2].item[0].enableWhen[0]: stands inside another condition; one can be followed",
    ),
    "a condition inside another that points nowhere": (
        whole(
            [
                YES,
                {
                    "linkId": "g",
                    "type": "group",
                    "item": [{**PICK, **condition("none", "=", answerBoolean=True)}],
                    **condition("yes", "=", answerBoolean=True),
                },
            ]
        ),
        "item[1].item[0].enableWhen[0]: stands inside another condition; one can be followed",
    ),
    "a condition inside another that points in a circle": (
        whole(
            [
                {**YES, **condition("yes", "=", answerBoolean=True)},
                {
                    "linkId": "g",
                    "type": "group",
                    "item": [{**PICK, **condition("yes", "=", answerBoolean=True)}],
                    **condition("many", ">=", answerInteger=2),
                },
            ]
        ),
        "item[1].item[0].enableWhen[0]: stands inside another condition; one can be followed",
    ),
    "not answered yes": (then(YES, "yes", "=", answerBoolean=False), f"item[1].enableWhen[0]: `=` {OPERATOR}"),
    "answered at all": (then(YES, "yes", "exists", answerBoolean=True), f"item[1].enableWhen[0]: `exists` {OPERATOR}"),
    "another choice": (then(PICK, "pick", "!=", answerString="One"), f"item[1].enableWhen[0]: `!=` {OPERATOR}"),
    "less": (then(MANY, "many", "<", answerInteger=3), f"item[1].enableWhen[0]: `<` {OPERATOR}"),
    "exactly": (then(MANY, "many", "=", answerInteger=3), f"item[1].enableWhen[0]: `=` {OPERATOR}"),
    "more than a part": (
        then({**MANY, "type": "decimal"}, "many", ">", answerDecimal=2.5),
        f"item[1].enableWhen[0]: `>` {OPERATOR}",
    ),
    "a number that is none": (then(MANY, "many", ">=", answerString="3"), f"item[1].enableWhen[0]: `>=` {OPERATOR}"),
    "a number out of reach": (
        then({**MANY, "extension": [{"url": f"{FHIR}/maxValue", "valueInteger": 5}]}, "many", ">=", answerInteger=6),
        f"item[1].enableWhen[0]: `>=` {OPERATOR}",
    ),
    "a number always reached": (
        then({**MANY, "extension": [{"url": f"{FHIR}/minValue", "valueInteger": 5}]}, "many", ">=", answerInteger=5),
        f"item[1].enableWhen[0]: `>=` {OPERATOR}",
    ),
    "words": (
        then({**YES, "type": "text"}, "yes", "=", answerString="yes"),
        f"item[1].enableWhen[0]: `=` {OPERATOR}",
    ),
    "no such choice": (
        then(PICK, "pick", "=", answerString="Three"),
        "item[1].enableWhen[0]: `Three` is no choice of `pick`",
    ),
    "a choice of another system": (
        then(
            {**PICK, "answerOption": [{"valueCoding": {"system": "urn:a", "code": c}} for c in "xy"]},
            "pick",
            "=",
            answerCoding={"system": "urn:b", "code": "x"},
        ),
        "item[1].enableWhen[0]: `x` is no choice of `pick`",
    ),
    "nothing that is there": (
        then(YES, "other", "=", answerBoolean=True),
        "item[1].enableWhen[0].question: `other` is no question that is asked before this one",
    ),
    "itself": (
        only({**YES, **condition("yes", "=", answerBoolean=True)}),
        "item[0].enableWhen[0].question: `yes` is no question that is asked before this one",
    ),
    "a text": (
        whole([{"linkId": "d", "type": "display", "text": "A"}, {**YES, **condition("d", "=", answerBoolean=True)}]),
        "item[1].enableWhen[0].question: `d` is no question that is asked before this one",
    ),
    "what was left out": (
        then({**YES, "readOnly": True}, "yes", "=", answerBoolean=True),
        "item[1].enableWhen[0].question: `yes` is no question that is asked before this one",
    ),
}
