"""FHIR R4: a Bundle (``collection``) of a QuestionnaireResponse for each response and an Observation for each score.

- Nobody is identified: the subject is the name or the initials that the heading shows, and is absent where it shows
  none. Days stand without a time, because no summary tells the time of day.
- Each response says that it is a part (``SUBSETTED``), always, so that this tells nothing about what was left out.
- The id of a resource is made of what stands in it, and of nothing else: the same words make the same id in every file,
  so a clinic that reads two files keeps one copy, and nobody can relate an id to a row of the vault.
- What LOINC has a code for has it, and its notice travels in the Bundle; all else is coded in ``urn:kat-journal:cs``.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final
from uuid import UUID, uuid5

from kat_journal.domain.composing.words import score_words
from kat_journal.domain.messages import Messages
from kat_journal.domain.scoring import Score
from kat_journal.domain.summary import Chosen, ChosenAnswer, ChosenForm, Paragraph, Summary
from kat_journal.export import loinc, plain
from kat_journal.export.fhir_values import ABSENT, LOCAL, Json, coding, number, values

NAME = "fhir"
SUFFIX = ".json"

_IDS: Final = UUID("5f0c5a0e-6a0b-5d1c-9c56-0f4e4b6d2a11")
_NOTICE: Final = "urn:kat-journal:notice"
_SUBSET: Final = coding("http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "SUBSETTED")
_SURVEY: Final = coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey")
_CARRIED: Final = "urn:kat-journal:form:summary"


def render(summary: Summary, messages: Messages) -> bytes:
    """The choice as the bytes of its file."""
    resources = list(_resources(summary.data, messages))
    bundle: Json = {
        "resourceType": "Bundle",
        "meta": {"extension": [{"url": _NOTICE, "valueString": text} for text in _notices(summary, resources)]},
        "language": summary.language,
        "type": "collection",
        "entry": [{"fullUrl": _url(one), "resource": one} for one in resources],
    }
    made = {key: value for key, value in bundle.items() if value not in ([], {"extension": []})}
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _notices(summary: Summary, resources: list[Json]) -> Iterator[str]:
    """What the document says of itself at its top and its end, and whose the codes are."""
    said = [block.text for block in (*summary.opening[-1:], *summary.closing) if isinstance(block, Paragraph)]
    yield from (plain.fold(text) for text in said)
    if loinc.SYSTEM in json.dumps(resources):
        yield loinc.NOTICE


def _resources(data: Chosen, messages: Messages) -> Iterator[Json]:
    about: Json = {"subject": {"display": who}} if (who := plain.fold(data.who)).strip() else {}
    seen: Counter[str] = Counter()
    for form in data.forms:
        items = [item for link, one in _linked(form) for item in _items(link, form.form_id, one, messages)]
        derived: Json = {}
        if items:
            canonical = f"{loinc.SYSTEM}/q/{form.loinc}" if form.loinc else f"urn:kat-journal:form:{form.form_id}"
            response = _response(f"{canonical}|{form.version}" if not form.loinc else canonical, form.day.isoformat())
            yield (made := _named(response | about | {"item": items}, seen))
            derived = {"derivedFrom": [{"reference": _url(made)}]}
        for score in form.scores:
            yield _named(_observation(form, score, messages) | about | derived, seen)
    if carried := list(_carried(data, messages)):
        yield _named(_response(_CARRIED, data.made_on.isoformat()) | about | {"item": carried}, seen)


def _response(questionnaire: str, day: str) -> Json:
    return {
        "resourceType": "QuestionnaireResponse",
        "meta": {"tag": [_SUBSET]},
        "questionnaire": questionnaire,
        "status": "completed",
        "authored": day,
    }


def _linked(form: ChosenForm) -> Iterator[tuple[str, ChosenAnswer]]:
    """The answers with their links: LOINC's for the first question of a code, for any other the form's own."""
    coded: set[str] = set()
    for one in form.answers:
        code = one.item.loinc
        yield f"/{code}" if code and code not in coded else one.item.id, one
        coded.add(code)


def _items(link: str, form_id: str, chosen: ChosenAnswer, messages: Messages) -> Iterator[Json]:
    """The answer, whether an unwanted effect is gone, and the note; each is an item of its own."""
    item, answer, ask = chosen.item, chosen.answer, plain.fold(chosen.item.ask)
    made = list(values(form_id, item, answer, messages))
    if made:
        yield {"linkId": link, "text": ask, "answer": made}
    elif answer.skipped:
        yield {"extension": [{"url": ABSENT, "valueCode": "asked-declined"}], "linkId": link, "text": ask}
    if answer.gone:
        gone = coding(LOCAL, f"gone:{answer.gone}", messages.get(f"effects.gone.{answer.gone}"))
        yield _item(f"{link}.gone", messages.get("data.gone", ask=ask), {"valueCoding": gone})
    if (note := plain.fold(answer.note)).strip():
        yield _item(f"{link}.note", messages.get("candidate.note", ask=ask), {"valueString": note})


def _item(link: str, text: str, *answers: Json) -> Json:
    return {"linkId": link, "text": text, "answer": list(answers)}


def _observation(form: ChosenForm, score: Score, messages: Messages) -> Json:
    rule = score.rule
    code = coding(loinc.SYSTEM, rule.loinc) if rule.loinc else coding(LOCAL, f"{form.form_id}:{rule.id}", rule.title)
    method: Json = {"method": {"coding": [coding(loinc.SYSTEM, form.loinc)]}} if form.loinc else {}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [_SURVEY]}],
        "code": {"coding": [code], "text": plain.fold(rule.title)},
        "effectiveDateTime": form.day.isoformat(),
        "valueQuantity": {
            "value": number(score.value or 0),
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
        "note": [{"text": score_words(score, messages)}],
        **method,
    }


def _carried(data: Chosen, messages: Messages) -> Iterator[Json]:
    """What belongs to no form: sessions, practices and questions, each an item with what was said of it beside it."""
    for number_, session in enumerate(data.sessions, start=1):
        day = {"valueDate": session.day.isoformat()}
        yield _item(f"session-{number_}", messages.get("candidate.session"), day)
        if session.route.strip():
            route = {"valueString": plain.fold(session.route)}
            yield _item(f"session-{number_}.route", messages.get("sessions.route"), route)
    for number_, practice in enumerate(data.practices, start=1):
        words = {"valueString": plain.fold(practice.words)}
        yield _item(f"practice-{number_}", messages.get("candidate.practice"), words)
        if practice.last_done is not None:
            day = {"valueDate": practice.last_done.isoformat()}
            yield _item(f"practice-{number_}.last-done", messages.get("data.last-done"), day)
    for number_, words_ in enumerate(data.questions, start=1):
        asked = {"valueString": plain.fold(words_)}
        yield _item(f"question-{number_}", messages.get("candidate.question"), asked)


def _named(resource: Json, seen: Counter[str]) -> Json:
    """The resource with its id; a second one of the same content gets an id of its own."""
    text = json.dumps(resource, sort_keys=True)
    name = str(uuid5(_IDS, f"{seen[text]}:{text}"))
    seen[text] += 1
    return {"resourceType": resource["resourceType"], "id": name} | resource


def _url(resource: Json) -> str:
    return f"urn:uuid:{resource['id']}"
