"""Rules of FHIR R4 for the three resources that we write, which models of the elements alone do not hold.

Told by the specification's own pages: the invariants of Bundle, QuestionnaireResponse, Observation, Quantity and
Extension, the required bindings, the lexical rules of primitive types, and references that lead to something.
"""

import json
import re
from collections import Counter

from fhirclient.models.bundle import Bundle
from fhirclient.models.fhirabstractbase import FHIRValidationError

KINDS = {"QuestionnaireResponse", "Observation"}
RESPONSE_STATUS = {"in-progress", "completed", "amended", "entered-in-error", "stopped"}
OBSERVATION_STATUS = {
    "registered",
    "preliminary",
    "final",
    "amended",
    "corrected",
    "cancelled",
    "entered-in-error",
    "unknown",
}
ABSENT = {
    "unknown",
    "asked-unknown",
    "temp-unknown",
    "not-asked",
    "asked-declined",
    "masked",
    "not-applicable",
    "unsupported",
    "as-text",
    "error",
    "not-a-number",
    "negative-infinity",
    "positive-infinity",
    "not-performed",
    "not-permitted",
}
ANSWERS = {
    f"value{kind}"
    for kind in [
        "Boolean",
        "Decimal",
        "Integer",
        "Date",
        "DateTime",
        "Time",
        "String",
        "Uri",
        "Attachment",
        "Coding",
        "Quantity",
        "Reference",
    ]
}
_DAY = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
LEXICAL = {
    "authored": _DAY,
    "effectiveDateTime": _DAY,
    "valueDate": _DAY,
    "valueTime": r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?",
    "id": r"[A-Za-z0-9\-.]{1,64}",
    "code": r"[^\s]+(\s[^\s]+)*",
    "valueCode": r"[^\s]+(\s[^\s]+)*",
    "system": r"(urn:\S+|https?://\S+)",
    "url": r"(urn:\S+|https?://\S+)",
    "questionnaire": r"(urn:[^\s|]+|https?://[^\s|]+)(\|[^\s|]+)?",
    "language": r"[a-z]{2,3}(-[A-Za-z0-9]+)*",
    "fullUrl": r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "linkId": r"\S(.*\S)?",
}


def problems(data):
    """What is wrong with a file as R4 has it; nothing for one that is right."""
    bundle = json.loads(data, object_pairs_hook=_once)
    found = [*_element(bundle, "Bundle"), *_bundle(bundle)]
    for part in bundle.get("entry", ()):
        found += _resource(part.get("resource", {}), {one.get("fullUrl") for one in bundle["entry"]})
    try:
        same = Bundle(json.loads(data), strict=True).as_json() == json.loads(data)
    except (FHIRValidationError, TypeError, ValueError) as error:
        return [*found, f"models: {error}"]
    return found if same else [*found, "models: not as it was"]


def _once(pairs):
    assert len({key for key, _ in pairs}) == len(pairs), "a property stands twice"
    return dict(pairs)


def _element(node, path):
    """What holds for every element, wherever it stands."""
    if node is None or (isinstance(node, dict | list) and not node):
        yield f"{path}: empty"
    elif isinstance(node, dict):
        yield from _values(node, path)
        for key, value in node.items():
            yield from _lexical(key, value, f"{path}.{key}")
            yield from _element(value, f"{path}.{key}")
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _element(value, f"{path}[{at}]")
    elif isinstance(node, str) and (not node.strip() or re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", node)):
        yield f"{path}: no text of R4"


def _values(node, path):
    values = [key for key in node if key.startswith("value") and key != "value"]
    if len(values) > 1:
        yield f"{path}: two values"
    if "url" in node and len(values) + ("extension" in node) != 1:
        yield f"{path}: an extension holds a value or extensions (ext-1)"
    if isinstance(node.get("code"), str) and "system" not in node:
        yield f"{path}: a code without its system (qty-3)"


def _lexical(key, value, path):
    if isinstance(value, str) and key in LEXICAL and not re.fullmatch(LEXICAL[key], value, re.DOTALL):
        yield f"{path}: not as R4 writes it"
    if key == "valueInteger" and not (type(value) is int and -(2**31) <= value < 2**31):
        yield f"{path}: no integer of R4"
    if key in {"valueDecimal", "value"} and not (type(value) in (int, float) and value == value and abs(value) < 1e18):
        yield f"{path}: no decimal"
    if key == "valueBoolean" and type(value) is not bool:
        yield f"{path}: no boolean"


def _bundle(bundle):
    if bundle.get("type") != "collection" or {"total", "link", "signature"} & set(bundle):
        yield "Bundle: a collection has no total (bdl-1)"
    for part in bundle.get("entry", ()):
        if set(part) != {"fullUrl", "resource"}:
            yield "Bundle.entry: holds a resource and its address alone (bdl-2, bdl-3, bdl-4)"
        if part.get("fullUrl") != f"urn:uuid:{part.get('resource', {}).get('id')}":
            yield "Bundle.entry: the address is not the id"
        if part.get("resource", {}).get("resourceType") not in KINDS:
            yield "Bundle.entry: another kind of resource"
    urls = Counter(part.get("fullUrl") for part in bundle.get("entry", ()))
    yield from (f"Bundle: {url} stands twice (bdl-7)" for url, times in urls.items() if times > 1)


def _resource(one, urls):
    for place in ("subject", "author", "source"):
        if not {"reference", "display", "identifier"} & set(one.get(place, {"display": 1})):
            yield f"{place}: leads nowhere"
    for reference in one.get("derivedFrom", ()):
        if reference.get("reference") not in urls:
            yield "derivedFrom: leads out of the bundle"
    yield from (_response if one.get("resourceType") == "QuestionnaireResponse" else _observation)(one)


def _response(one):
    if one.get("status") not in RESPONSE_STATUS:
        yield "status: not one of R4's"
    links = Counter(link for link in _links(one))
    yield from (f"linkId: {link} stands twice" for link, times in links.items() if times > 1)
    yield from _items(one)


def _links(node):
    for item in node.get("item", ()):
        yield item.get("linkId")
        yield from _links(item)


def _items(node):
    for item in node.get("item", ()):
        if not item.get("linkId"):
            yield "item: without linkId"
        if "item" in item and "answer" in item:
            yield "item: items below it and below its answer (qrs-1)"
        for answer in item.get("answer", ()):
            if len(set(answer) & ANSWERS) != 1 or any(key.startswith("value") for key in set(answer) - ANSWERS):
                yield "answer: one value of a type that R4 has"
        yield from _reasons(item)
        yield from _items(item)


def _reasons(item):
    for one in item.get("extension", ()):
        if one["url"].endswith("data-absent-reason") and (one.get("valueCode") not in ABSENT or "answer" in item):
            yield "data-absent-reason: not one of R4's, or beside an answer"


def _observation(one):
    if one.get("status") not in OBSERVATION_STATUS:
        yield "status: not one of R4's"
    if not one.get("code", {}).get("coding"):
        yield "code: none"
    if "dataAbsentReason" in one and any(key.startswith("value") for key in one):
        yield "dataAbsentReason: beside a value (obs-6)"
    if not any(key.startswith("value") for key in one):
        yield "value: none"
