"""The shape of a pack's files: exact keys, exact types, and sizes that no honest pack reaches."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kat_journal.domain.flags import Level
from kat_journal.domain.form import Anchor, ItemType, Kind, Layout, Method, Phase, Section
from kat_journal.domain.practice import Carry

_ID = r"\A[a-z][a-z0-9-]{0,63}\Z"
_FORM_ID = r"\A[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*\Z"
_WORDS = r"\A(?=\s*\S)[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*\Z"
_OFFSET = r"\A-?[0-9]{1,4}[dhm]\Z"
_EVERY = r"\A[1-9][0-9]{0,3}d\Z"
_LOINC = r"\A[0-9]{1,7}-[0-9]\Z"
_QUALIFIED = r"\A[a-z][a-z0-9-]{0,63}:[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*\Z"
_LANGUAGE = r"\A[a-z]{2,3}(-[A-Z]{2})?\Z"

REASONS = {
    _ID: "must be small letters, digits and hyphens",
    _FORM_ID: "must be small letters, digits, hyphens and single dots",
    _WORDS: "must be one line of visible text",
    _OFFSET: 'must be a time such as "16h", "-7d" or "30m"',
    _EVERY: 'must be a number of days such as "30d"',
    _LOINC: 'must be a code such as "44249-1"',
    _QUALIFIED: 'must be a pack and its form, such as "core:phq-9"',
    _LANGUAGE: 'must be a language such as "en" or "pt-BR"',
}

Id = Annotated[str, Meta(pattern=_ID)]
RawFormId = Annotated[str, Meta(pattern=_FORM_ID, max_length=64)]
Words = Annotated[str, Meta(pattern=_WORDS, max_length=1000)]
Label = Annotated[str, Meta(pattern=_WORDS, max_length=40)]
Offset = Annotated[str, Meta(pattern=_OFFSET)]
Every = Annotated[str, Meta(pattern=_EVERY)]
Language = Annotated[str, Meta(pattern=_LANGUAGE)]
Loinc = Annotated[str, Meta(pattern=_LOINC)]
Qualified = Annotated[str, Meta(pattern=_QUALIFIED, max_length=128)]
Whole = Annotated[int, Meta(ge=1, le=10_000)]
Number = Annotated[float, Meta(ge=-1_000_000, le=1_000_000)]
Topic = Literal["mind", "body", "meaning", "relationships", "lifestyle", "nature"]


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A table whose keys are all known."""


class RawPack(Strict, frozen=True):
    """``pack.toml``."""

    id: Id
    title: Words
    author: Words
    version: Words
    licence: Words
    language: Language = "en"


class RawPoint(Strict, frozen=True):
    """A point of a scale."""

    value: Annotated[int, Meta(ge=-1000, le=1000)]
    text: Words


class RawScale(Strict, frozen=True):
    """A named scale."""

    id: Id
    points: Annotated[tuple[RawPoint, ...], Meta(min_length=2, max_length=21)]


class RawScales(Strict, frozen=True):
    """``scales.toml``."""

    scales: Annotated[tuple[RawScale, ...], Meta(max_length=100)]


class RawAdvice(Strict, frozen=True):
    """An advice card."""

    id: Id
    level: Level
    text: Words
    line: Id | None = None
    plan: bool = False


class RawAdvices(Strict, frozen=True):
    """``advice.toml``. ``page_only`` names lines of the help page that no row can lead to."""

    advice: Annotated[tuple[RawAdvice, ...], Meta(max_length=100)]
    page_only: Annotated[tuple[Id, ...], Meta(max_length=100)] = ()


class RawOption(Strict, frozen=True):
    """A choice."""

    id: Id
    text: Words


class RawCondition(Strict, frozen=True):
    """What a flag or ``ask_if`` waits for."""

    item: Id
    at_least: Number | None = None
    option: Id | None = None


class RawItem(Strict, frozen=True):
    """One question."""

    id: Id
    type: ItemType
    ask: Words
    hint: Words | None = None
    scale: Id | None = None
    options: Annotated[tuple[RawOption, ...], Meta(max_length=40)] | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Words | None = None
    note: bool = False
    guarded: bool = False
    ask_if: RawCondition | None = None
    section: Section | None = None
    topic: Topic | None = None
    lines: Annotated[int, Meta(ge=1, le=40)] | None = None
    more: bool = False
    label: Label | None = None
    loinc: Loinc | None = None
    keeps: Carry | None = None


class RawRowFlag(Strict, frozen=True):
    """A rule that a row brings with it."""

    advice: Id
    at_least: Number | None = None
    option: Id | None = None


class RawRow(RawItem, frozen=True):
    """A row that several forms use, with the flags that it brings along."""

    flags: Annotated[tuple[RawRowFlag, ...], Meta(max_length=40)] = ()


class RawRows(Strict, frozen=True):
    """``rows.toml``."""

    rows: Annotated[tuple[RawRow, ...], Meta(max_length=200)]


class RawFlag(Strict, frozen=True):
    """A rule that shows a card."""

    when: RawCondition
    advice: Id


class RawScore(Strict, frozen=True):
    """A scoring rule."""

    id: Id
    title: Words
    method: Method
    items: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=200)]
    range: tuple[Number, Number]
    better: Literal["lower", "higher"] = "lower"
    max_missing: Annotated[int, Meta(ge=0, le=200)] = 0
    prorate: bool = False
    multiply: Annotated[float, Meta(gt=0, le=1000)] = 1
    source: Words | None = None
    loinc: Loinc | None = None


class RawTiming(Strict, frozen=True):
    """When a form is offered."""

    anchor: Anchor
    opens: Offset
    due: Offset
    closes: Offset
    every: Every | None = None


class RawForm(Strict, frozen=True):
    """``forms/<id>.toml``."""

    id: RawFormId
    version: Whole
    kind: Kind
    phase: Phase
    title: Words
    about: Words
    minutes: Whole
    layout: Layout
    source: Words
    items: Annotated[tuple[RawItem, ...], Meta(min_length=1, max_length=200)]
    offer: Whole | None = None
    calm: bool = False
    timing: RawTiming | None = None
    flags: Annotated[tuple[RawFlag, ...], Meta(max_length=200)] = ()
    scores: Annotated[tuple[RawScore, ...], Meta(max_length=20)] = ()
    retired: Annotated[tuple[Id, ...], Meta(max_length=400)] = ()
    recall: Every | None = None
    on_request: bool = False
    loinc: Loinc | None = None
    takes_over: Qualified | None = None
