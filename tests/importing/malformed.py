"""Files that are no R4 questionnaire, or not as one must be; each with what is said of it."""

from kat_journal.importing.json_text import MAX_BYTES
from kat_journal.importing.laying import MOST
from tests.importing.questionnaires import data, whole

YES = {"linkId": "yes", "text": "Is it so?", "type": "boolean"}
MANY = {"linkId": "many", "text": "How many?", "type": "integer"}
PICK = {
    "linkId": "pick",
    "text": "Which?",
    "type": "choice",
    "answerOption": [{"valueString": "One"}, {"valueString": "Two"}],
}


def only(item, **others):
    """A questionnaire of one item."""
    return whole([item], **others)


def deep(levels):
    item = YES
    for level in range(levels):
        item = {"linkId": f"g{level}", "type": "group", "item": [item]}
    return only(item)


FILES = {
    "nothing": (b"", "line 1: is not JSON"),
    "half a file": (data(only(YES))[:-9], "line 1: is not JSON"),
    "not UTF-8": (b'{"title": "\xff"}', "byte 11: is not UTF-8 text"),
    "UTF-16": ('{"title": "x"}'.encode("utf-16"), "byte 0: is not UTF-8 text"),
    "XML": (b"\n<Questionnaire/>", "is XML or HTML; ask for the questionnaire as JSON"),
    "a list": (b"[]", "is JSON, but not one object"),
    "a name twice": (b'{"title": "a", "item": [{"type": "x", "type": "y"}]}', "type: stands twice in one object"),
    "no number": (b'{"item": [NaN]}', "NaN: is no number in JSON"),
    "an endless number": (b'{"item": [1e999]}', "1e999: is too large a number"),
    "a number of many digits": (b'{"item": ' + b"9" * 5000 + b"}", "holds a number that cannot be read"),
    "too deep for the parser": (b'{"item": ' + b"[" * 100_000, "is nested too deeply"),
    "too deep": (b'{"item": ' + b"[" * 80 + b"]" * 80 + b"}", "is nested too deeply"),
    "too large": (b" " * (MAX_BYTES + 1), f"is larger than {MAX_BYTES} bytes"),
}

EDITIONS = {
    "no resource": ({}, "resourceType: must be `Questionnaire`; it is missing"),
    "a response": (
        {"resourceType": "QuestionnaireResponse"},
        "resourceType: must be `Questionnaire`; this is `QuestionnaireResponse`",
    ),
    "DSTU2": (whole([], group={}), "group: is of FHIR DSTU2; ask for the questionnaire as R4"),
    "STU3 choices": (only({**PICK, "option": []}), "item[0]: is of FHIR STU3; ask for the questionnaire as R4"),
    "STU3 choices elsewhere": (
        only({**PICK, "options": {}}),
        "item[0]: is of FHIR STU3; ask for the questionnaire as R4",
    ),
    "STU3 condition": (
        only({**YES, "enableWhen": [{"question": "x", "hasAnswer": True}]}),
        "item[0].enableWhen[0]: is of FHIR STU3; ask for the questionnaire as R4",
    ),
    "R5 type": (only({**YES, "type": "coding"}), "item[0]: is of FHIR R5; ask for the questionnaire as R4"),
    "R5 key": (only({**YES, "disabledDisplay": "hidden"}), "item[0]: is of FHIR R5; ask for the questionnaire as R4"),
    "retired": (
        only(YES, status="retired"),
        "status: is `retired`: its author took it back; ask for the one that is in use",
    ),
}

SHAPES = {
    "no title": (only(YES, title=None), "title: is missing; the form needs a name"),
    "a title that is too long": (only(YES, title="x" * 121), "title: is longer than 120 letters"),
    "a title that cannot be shown": (only(YES, title="<i>A</i>"), "title: holds HTML; plain text is shown here"),
    "asks nothing": (only({"linkId": "d", "type": "display", "text": "Hello"}), "item: asks nothing of the person"),
    "no items": (whole([]), "item: asks nothing of the person"),
    "items that are none": (whole("x"), "item: Expected `array`, got `str`"),
    "an item that is none": (whole(["x"]), "item[0]: Expected `object`, got `str`"),
    "an unknown key": (
        only({**YES, "hidden": True}),
        "item[0]: holds `hidden`, which FHIR R4 does not have there",
    ),
    "an unknown key of the whole": (
        only(YES, launchContext=[]),
        "holds `launchContext`, which FHIR R4 does not have there",
    ),
    "an extension without address": (only({**YES, "extension": [{}]}), "item[0].extension[0]: lacks `url`"),
    "no linkId": (only({"type": "boolean", "text": "A?"}), "item[0].linkId: is missing"),
    "a blank linkId": (only({**YES, "linkId": " "}), "item[0].linkId: is missing"),
    "a linkId twice": (whole([YES, YES]), "item[1].linkId: `yes` is there twice"),
    "no type": (only({"linkId": "a", "text": "A?"}), "item[0].type: is missing"),
    "an unknown type": (only({**YES, "type": "slider"}), "item[0].type: `slider` is no type of FHIR R4"),
    "no words": (only({"linkId": "a", "type": "boolean"}), "item[0].text: holds no words"),
    "HTML": (only({**YES, "text": "Is it <b>so</b>?"}), "item[0].text: holds HTML; plain text is shown here"),
    "a link": (
        only({**YES, "text": "See https://clinic.example"}),
        "item[0].text: holds a link; nothing here leads away",
    ),
    "a number to ring": (
        only({**YES, "text": "Ring 030 123 45 67?"}),
        "item[0].text: holds what looks like a telephone number; ask for the questionnaire without it",
    ),
    "words that run backwards": (
        only({**YES, "text": "A\u202eB"}),
        "item[0].text: holds letters that cannot be seen",
    ),
    "half a letter": (
        data(only({**YES, "text": "HALF"})).replace(b"HALF", b"\\ud800"),
        "item[0].text: holds letters that cannot be seen",
    ),
    "no letter at all": (only({**YES, "text": "A\ufdd0"}), "item[0].text: holds letters that cannot be seen"),
    "endless words": (only({**YES, "text": "a" * 1001}), "item[0].text: is longer than 1000 letters"),
    "an endless prefix": (only({**YES, "prefix": "a" * 999}), "item[0].prefix: is longer than 1000 letters"),
    "help without words": (
        only({**YES, "item": [{"linkId": "h", "type": "display"}]}),
        "item[0]: h: holds no words",
    ),
    "too much help": (
        only({**YES, "item": [{"linkId": f"h{n}", "type": "display", "text": "a" * 600} for n in range(2)]}),
        "item[0]: has more help than can be shown beside a question",
    ),
    "a text that holds items": (
        only({"linkId": "d", "type": "display", "text": "A", "item": [YES]}),
        "item[0].item: stands in a text; only a question or a group can hold items",
    ),
    "too many items": (
        whole([{**YES, "linkId": f"q{n}"} for n in range(MOST + 1)]),
        f"item[{MOST}]: is more than {MOST} items can hold",
    ),
    "too many groups": (
        deep(11),
        ".".join(["item[0]"] * 11) + ": stands in more than 10 groups inside each other",
    ),
    "too many words": (
        whole([
            {**PICK, "linkId": f"q{n}", "answerOption": [{"valueString": f"{c} {'words ' * 150}"} for c in range(40)]}
            for n in range(6)
        ]),
        "item: holds more words than one form can",
    ),
}  # fmt: skip
