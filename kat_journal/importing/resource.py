"""The shape of a FHIR R4 Questionnaire: every key known, and of each only what is asked or means something."""

import re
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from kat_journal.importing.refusing import refusal

T = TypeVar("T")


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """An element whose keys are all known; what every element may carry is here."""

    id: Any = None
    extension: tuple["Extension", ...] = ()
    modifier_extension: Any = field(name="modifierExtension", default=None)  # refused by `marks` in all that is shown


class Loose(Struct, frozen=True):
    """An element of which only some keys matter."""


class Coding(Loose, frozen=True):
    """A code of some system, with its words."""

    system: str = ""
    code: str = ""
    display: str | None = None
    extension: tuple["Extension", ...] = ()


class Concept(Loose, frozen=True):
    """Codings that mean one thing."""

    coding: tuple[Coding, ...] = ()


class Extension(Loose, frozen=True):
    """What was added to an element; its marks that change a meaning are looked for in `marks`."""

    url: str
    value_boolean: bool | None = field(name="valueBoolean", default=None)
    value_integer: int | None = field(name="valueInteger", default=None)
    value_decimal: int | float | None = field(name="valueDecimal", default=None)
    value_coding: Coding | None = field(name="valueCoding", default=None)
    value_concept: Concept | None = field(name="valueCodeableConcept", default=None)


class AnswerOption(Strict, frozen=True):
    """One permitted answer."""

    coding: Coding | None = field(name="valueCoding", default=None)
    string: str | None = field(name="valueString", default=None)
    integer: int | None = field(name="valueInteger", default=None)
    date: str | None = field(name="valueDate", default=None)
    time: str | None = field(name="valueTime", default=None)
    reference: Any = field(name="valueReference", default=None)
    chosen: bool = field(name="initialSelected", default=False)


class EnableWhen(Strict, frozen=True):
    """A condition."""

    question: str = ""
    operator: str = ""
    boolean: bool | None = field(name="answerBoolean", default=None)
    decimal: int | float | None = field(name="answerDecimal", default=None)
    integer: int | None = field(name="answerInteger", default=None)
    string: str | None = field(name="answerString", default=None)
    coding: Coding | None = field(name="answerCoding", default=None)
    date: Any = field(name="answerDate", default=None)
    date_time: Any = field(name="answerDateTime", default=None)
    time: Any = field(name="answerTime", default=None)
    quantity: Any = field(name="answerQuantity", default=None)
    reference: Any = field(name="answerReference", default=None)


class Item(Strict, frozen=True):
    """A question, a heading or a text."""

    link_id: str = field(name="linkId", default="")
    definition: Any = None
    code: tuple[Coding, ...] = ()
    prefix: str | None = None
    text: str | None = None
    type: str = ""
    enable_when: tuple[EnableWhen, ...] = field(name="enableWhen", default=())
    enable_behavior: Any = field(name="enableBehavior", default=None)
    required: Any = None  # nothing is ever required here
    repeats: bool = False
    read_only: bool = field(name="readOnly", default=False)
    max_length: Any = field(name="maxLength", default=None)
    answer_value_set: str | None = field(name="answerValueSet", default=None)
    answer_option: tuple[AnswerOption, ...] = field(name="answerOption", default=())
    initial: tuple[Any, ...] = ()
    item: tuple["Item", ...] = ()


class Contact(Loose, frozen=True):
    """Who can be asked about it."""

    name: str = ""


class Questionnaire(Strict, frozen=True):
    """The whole."""

    resource_type: str = field(name="resourceType", default="")
    meta: Any = None
    language: str = ""
    text: Any = None  # the same as a page of HTML, which is never shown
    contained: tuple[Any, ...] = ()
    url: str = ""
    identifier: Any = None
    version: str = ""
    name: str = ""
    title: str = ""
    derived_from: Any = field(name="derivedFrom", default=None)
    status: str = ""
    experimental: Any = None
    subject_type: Any = field(name="subjectType", default=None)
    date: str = ""
    publisher: str = ""
    contact: tuple[Contact, ...] = ()
    description: str = ""
    use_context: Any = field(name="useContext", default=None)
    jurisdiction: Any = None
    purpose: Any = None
    copyright: str = ""
    approval_date: Any = field(name="approvalDate", default=None)
    last_review_date: Any = field(name="lastReviewDate", default=None)
    effective_period: Any = field(name="effectivePeriod", default=None)
    code: tuple[Coding, ...] = ()
    item: tuple[Item, ...] = ()


_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`\Z", re.DOTALL)


def decode(tree: Any, kind: type[T], place: str = "") -> T:
    """The part of the file as what it must be.

    Raises:
        QuestionnaireError: With the place that is not so.
    """
    try:
        return msgspec.convert(_without_marks(tree), kind)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        inner = path.strip("`").lstrip(".")
        where = f"{place}.{inner}" if place and inner else place or inner
        if unknown := _UNKNOWN.match(reason):
            raise refusal((where, f"holds `{unknown[1]}`, which FHIR R4 does not have there")) from error
        raise refusal((where, reason.replace("Object missing required field", "lacks"))) from error


def _without_marks(node: Any) -> Any:
    """The same without the keys that add to simple values, such as ``_text``: `marks` has looked at them."""
    if isinstance(node, list):
        return [_without_marks(child) for child in node]
    if isinstance(node, dict):
        return {key: _without_marks(value) for key, value in node.items() if key[:1] != "_"}
    return node
