"""Answers as FHIR R4 has them: a value of the type that fits, coded by LOINC where it can be, and locally elsewhere.

A local code is ``form:item:point`` in the system :data:`LOCAL`, such as ``core:session-record:route:nasal``.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer
from kat_journal.export import loinc, plain

LOCAL: Final = "urn:kat-journal:cs"
ORDINAL: Final = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
ABSENT: Final = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

Json = dict[str, Any]

_LARGEST: Final = 2**31 - 1
"""R4 has no integer beyond it."""

_TIME = re.compile(r"\A(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")


def coding(system: str, code: str, display: str = "") -> Json:
    """A code, with what it means where that is known."""
    made = {"system": system, "code": code}
    return made | {"display": shown} if (shown := plain.fold(display)).strip() else made


def number(value: float) -> int | float:
    """A number as JSON has it: without decimals where it has none."""
    return int(value) if value == int(value) else value


def values(form_id: str, item: Item, answer: Answer, messages: Messages) -> Iterator[Json]:
    """What was answered, without its note; nothing for an answer that was skipped."""
    for option in answer.options:
        code = f"{form_id}:{item.id}:{option}"
        noticed = item.type is ItemType.SYMPTOM and option == NOTICED
        display = messages.get("effects.noticed") if noticed else item.option_text(option)
        yield {"valueCoding": coding(LOCAL, code, display)}
    if answer.number is not None:
        yield _number(form_id, item, answer.number)
    if (text := plain.fold(answer.text)).strip():
        is_time = item.type is ItemType.TIME and _TIME.match(text)
        yield {"valueTime": f"{text}:00"} if is_time else {"valueString": text}


def _number(form_id: str, item: Item, value: float) -> Json:
    if item.type is ItemType.YES_NO:
        return {"valueBoolean": bool(value)}
    if (known := loinc.loinc_answer(item.loinc, value)) is not None:
        return {"valueCoding": _ordinal(value) | coding(loinc.SYSTEM, known.code, known.display)}
    if item.scale is not None and all(point.text != str(point.value) for point in item.scale.points):
        code = f"{form_id}:{item.id}:{number(value)}"
        return {"valueCoding": _ordinal(value) | coding(LOCAL, code, item.scale.text(value))}
    if item.unit:
        return {"valueQuantity": {"value": number(value), "unit": item.unit}}
    whole = value == int(value) and abs(value) <= _LARGEST
    return {"valueInteger": int(value)} if whole else {"valueDecimal": number(value)}


def _ordinal(value: float) -> Json:
    return {"extension": [{"url": ORDINAL, "valueDecimal": number(value)}]}
