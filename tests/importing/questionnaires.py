"""FHIR R4 Questionnaires of every supported shape, each with what it asks, and the rows of the published sheets."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from kat_journal.domain.strange_words import is_visible_line

FHIR = "http://hl7.org/fhir/StructureDefinition"
LOINC = "http://loinc.org"
OFTEN = (
    ("LA6568-5", "Never so"),
    ("LA6569-3", "On some days"),
    ("LA6570-1", "On most days"),
    ("LA6571-9", "Each day"),
)
"""The published codes, and words of our own."""
HARD = (
    ("LA6572-7", "Easy"),
    ("LA6573-5", "A little hard"),
    ("LA6575-0", "Very hard"),
    ("LA6574-3", "As hard as can be"),
)
LETTERS = st.characters(categories=("L", "M", "P", "S", "Zs"), exclude_characters="<:")
WORDS = (
    st.text(LETTERS, min_size=1, max_size=40)
    .map(str.strip)
    .filter(is_visible_line)
    .filter(lambda words: not any(part in words.lower() for part in ("mg", "dos", "www", "gram", "µ", "mcg")))
)


@dataclass
class Asked:
    """One item as it must come out: the words, the type, and everything beside them."""

    ask: str
    type: str
    hint: str = ""
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    lines: int = 6
    met: tuple[int, str, Any] | None = None
    """Its condition: the number of the item before it, and how it is met."""


@dataclass
class Made:
    """A questionnaire in the making."""

    names: int = 0
    asked: list[Asked] = field(default_factory=list)
    links: list[tuple[int, str, dict[str, Any]]] = field(default_factory=list)
    """Of each question: its number, its linkId, and how a condition may point to it."""


def whole(items, **others):
    """A questionnaire of these items, right but for what is said otherwise."""
    tree = {"resourceType": "Questionnaire", "status": "active", "title": "A few questions", "item": items}
    return {key: value for key, value in {**tree, **others}.items() if value is not None}


def data(tree):
    """The questionnaire as a file."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8")


def choice(link_id, answers, *, code="", points=False, **others):
    """A question with coded answers of LOINC."""
    options = [{"valueCoding": {"system": LOINC, "code": one, "display": words}} for one, words in answers]
    if points:
        for value, option in enumerate(options):
            option["extension"] = [{"url": f"{FHIR}/ordinalValue", "valueDecimal": value}]
    coded = {"code": [{"system": LOINC, "code": code}]} if code else {}
    return {"linkId": link_id, "text": f"About {link_id}", "type": "choice", **coded, "answerOption": options, **others}


def sheet(form, **others):
    """A questionnaire with the published codes of a built-in sheet, and words of our own."""
    rows = [
        choice(f"row-{place}", HARD if item.id == "difficulty" else OFTEN, code=item.loinc)
        for place, item in enumerate(form.items)
    ]
    return whole(rows, **{"title": "As my clinic gives it", "code": [{"system": LOINC, "code": form.loinc}], **others})


@st.composite
def questionnaires(draw):
    """A questionnaire of supported shapes, and the items that it must become."""
    made = Made()
    items = [_question(draw, made, None), *_items(draw, made, None, 0)]
    extras = {
        "language": draw(st.sampled_from([None, "en", "de-DE"])),
        "url": draw(st.sampled_from([None, "https://clinic.example/Questionnaire/one"])),
        "version": draw(st.sampled_from([None, "1.2", "2019-05"])),
        "publisher": draw(st.none() | WORDS),
        "text": draw(st.sampled_from([None, {"status": "generated", "div": "<div><script>1</script></div>"}])),
        "extension": draw(st.sampled_from([None, [{"url": "https://clinic.example/own", "valueString": "x"}]])),
    }
    return whole(items, title=draw(WORDS), **extras), made.asked


def _items(draw, made, met, depth):
    return [_item(draw, made, met, depth) for _ in range(draw(st.integers(0, 4)))]


def _item(draw, made, met, depth):
    kind = draw(st.sampled_from(["question", "question", "display", "group"]))
    own, fhir = _condition(draw, made, met)
    met = own or met
    if kind == "question":
        return {**_question(draw, made, met), **fhir}
    if kind == "display":
        return {**_text(draw, made, met, "display"), **fhir}
    if depth > 2:
        return {"linkId": _name(draw, made), "type": "group", **fhir}
    head = _text(draw, made, met, "group") if draw(st.booleans()) else {"linkId": _name(draw, made), "type": "group"}
    return {**head, **fhir, "item": _items(draw, made, met, depth + 1)}


def _text(draw, made, met, kind):
    words = draw(WORDS)
    made.asked.append(Asked(words, "statement", met=met))
    return {"linkId": _name(draw, made), "type": kind, "text": words}


def _question(draw, made, met):
    kind = draw(st.sampled_from(["boolean", "integer", "decimal", "string", "text", "date", "time", "choice"]))
    asked = Asked(draw(WORDS), "", met=met)
    fhir: dict[str, Any] = {"linkId": _name(draw, made), "type": kind, "text": asked.ask}
    asked, beside, points_to = _KINDS[kind](draw, asked)
    if draw(st.booleans()):
        fhir["required"] = draw(st.booleans())
    if draw(st.booleans()):
        helping = draw(WORDS)
        asked = replace(asked, hint=helping)
        fhir["item"] = [{"linkId": _name(draw, made), "type": "display", "text": helping}]
    made.links.append((len(made.asked), fhir["linkId"], points_to))
    made.asked.append(asked)
    return {**fhir, **beside}


def _condition(draw, made, met):
    able = [(number, link, to) for number, link, to in made.links if to and met in (None, made.asked[number].met)]
    if not able or not draw(st.booleans()):
        return None, {}
    number, link, to = draw(st.sampled_from(able))
    return (number, *to["met"]), {"enableWhen": [{"question": link, **to["when"]}], "enableBehavior": "all"}


def _name(draw, made):
    made.names += 1
    return f"{draw(st.text(LETTERS, max_size=8))}{made.names}"


def _boolean(draw, asked):
    when = {"operator": "=", "answerBoolean": True}
    return replace(asked, type="yes-no"), {}, {"when": when, "met": ("at_least", 1)}


def _number(draw, asked, kind):
    low = draw(st.none() | st.integers(-50, 50))
    high = draw(st.none() | st.integers(51, 90))
    unit = draw(st.sampled_from(["", "glasses"]))
    marks = [
        {"url": f"{FHIR}/{name}", "valueInteger": value}
        for name, value in (("minValue", low), ("maxValue", high))
        if value is not None
    ]
    if unit:
        marks.append({"url": f"{FHIR}/questionnaire-unit", "valueCoding": {"code": "1", "display": unit}})
    beside = {"extension": marks} if marks else {}
    asked = replace(asked, type="number", low=low, high=high, unit=unit)
    if kind == "integer" and draw(st.booleans()):
        return asked, beside, {"when": {"operator": ">", "answerInteger": 50}, "met": ("at_least", 51)}
    return asked, beside, {"when": {"operator": ">=", f"answer{kind.title()}": 51}, "met": ("at_least", 51)}


def _line(draw, asked, kind):
    long = draw(st.integers(1, 500))
    beside = {"maxLength": long} if kind in ("string", "text") else {}
    lines = 1 if kind in ("string", "date") else 6
    return replace(asked, type="time" if kind == "time" else "text", lines=lines), beside, {}


def _choice(draw, asked):
    texts = draw(st.lists(WORDS, min_size=2, max_size=5, unique=True))
    coded = draw(st.booleans())
    if coded:
        options = [{"valueCoding": {"system": "urn:x", "code": f"C{n}", "display": t}} for n, t in enumerate(texts)]
        when = {"answerCoding": {"system": "urn:x", "code": "C1"}}
    else:
        options = [{"valueString": text} for text in texts]
        when = {"answerString": texts[1]}
    several = draw(st.booleans())
    beside = {"answerOption": options, **({"repeats": True} if several else {})}
    asked = replace(asked, type="choices" if several else "choice", options=tuple(texts))
    return asked, beside, {"when": {"operator": "=", **when}, "met": ("option", texts[1])}


_KINDS = {
    "boolean": _boolean,
    "integer": lambda draw, asked: _number(draw, asked, "integer"),
    "decimal": lambda draw, asked: _number(draw, asked, "decimal"),
    "string": lambda draw, asked: _line(draw, asked, "string"),
    "text": lambda draw, asked: _line(draw, asked, "text"),
    "date": lambda draw, asked: _line(draw, asked, "date"),
    "time": lambda draw, asked: _line(draw, asked, "time"),
    "choice": _choice,
}
