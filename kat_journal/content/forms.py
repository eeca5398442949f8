"""From a form's file to the domain's Form."""

from collections.abc import Container, Mapping
from itertools import pairwise
from typing import Any

from kat_journal.content.raw import RawCondition, RawForm, RawItem, RawScales, RawScore, RawTiming
from kat_journal.content.reading import decode, refusal
from kat_journal.content.rules import offset, problems_of
from kat_journal.domain.form import (
    Condition,
    Flag,
    Form,
    Item,
    Option,
    Point,
    Scale,
    ScoreRule,
    Timing,
)
from kat_journal.domain.ids import AdviceId, FormId, ItemId

_LINES = 6


def read_scales(tables: dict[str, Any], file: str) -> dict[str, Scale]:
    """The named scales of a pack.

    Raises:
        PackError: An id is there twice, or points do not rise.
    """
    scales: dict[str, Scale] = {}
    for place, raw in enumerate(decode(tables, RawScales, file).scales):
        if raw.id in scales:
            raise refusal(file, [(f"scales[{place}].id", f"`{raw.id}` is there twice")])
        points = tuple(Point(point.value, point.text) for point in raw.points)
        if any(low.value >= high.value for low, high in pairwise(points)):
            raise refusal(file, [(f"scales[{place}].points", "must rise from point to point")])
        scales[raw.id] = Scale(raw.id, points)
    return scales


def checked(tables: dict[str, Any], file: str, scales: Mapping[str, Scale], advice: Container[str]) -> RawForm:
    """The form as it stands in its file.

    Raises:
        PackError: With every problem that was found.
    """
    form = decode(tables, RawForm, file)
    problems = list(problems_of(form, scales, advice))
    if file.rpartition("/")[2] != f"{form.id}.toml":
        problems.insert(0, ("id", "must be the name of the file"))
    if problems:
        raise refusal(file, problems)
    return form


def form_of(
    raw: RawForm, pack: str, scales: Mapping[str, Scale], advice: Mapping[str, AdviceId], language: str
) -> Form:
    """A checked form as the domain has it.

    Args:
        raw: What its file says, in the language shown.
        pack: Id of its pack.
        scales: Every scale that it may name.
        advice: Names of advice, as this pack says them, to their ids.
        language: Language of its words.
    """
    return Form(
        id=FormId(f"{pack}:{raw.id}"),
        version=raw.version,
        kind=raw.kind,
        phase=raw.phase,
        title=raw.title,
        items=tuple(_item(item, scales) for item in raw.items),
        about=raw.about,
        minutes=raw.minutes,
        layout=raw.layout,
        offer=raw.offer,
        calm=raw.calm,
        source=raw.source,
        language=language,
        timing=_timing(raw.timing) if raw.timing is not None else None,
        flags=tuple(Flag(_condition(flag.when), advice[flag.advice]) for flag in raw.flags),
        scores=tuple(_score(score) for score in raw.scores),
        recall=offset(raw.recall).days if raw.recall is not None else None,
        on_request=raw.on_request,
        loinc=raw.loinc or "",
        takes_over=raw.takes_over or "",
    )


def _item(raw: RawItem, scales: Mapping[str, Scale]) -> Item:
    return Item(
        id=ItemId(raw.id),
        type=raw.type,
        ask=raw.ask,
        hint=raw.hint or "",
        scale=scales[raw.scale] if raw.scale is not None else None,
        options=tuple(Option(option.id, option.text) for option in raw.options or ()),
        low=raw.low,
        high=raw.high,
        unit=raw.unit or "",
        note=raw.note,
        guarded=raw.guarded,
        ask_if=_condition(raw.ask_if) if raw.ask_if is not None else None,
        section=raw.section,
        topic=raw.topic or "",
        lines=raw.lines or _LINES,
        more=raw.more,
        label=raw.label or "",
        loinc=raw.loinc or "",
        keeps=raw.keeps,
    )


def _condition(raw: RawCondition) -> Condition:
    return Condition(ItemId(raw.item), raw.at_least, raw.option)


def _timing(raw: RawTiming) -> Timing:
    every = offset(raw.every).days if raw.every is not None else None
    return Timing(raw.anchor, offset(raw.opens), offset(raw.due), offset(raw.closes), every)


def _score(raw: RawScore) -> ScoreRule:
    return ScoreRule(
        id=raw.id,
        title=raw.title,
        method=raw.method,
        items=tuple(ItemId(item) for item in raw.items),
        low=raw.range[0],
        high=raw.range[1],
        better=raw.better,
        max_missing=raw.max_missing,
        prorate=raw.prorate,
        multiply=raw.multiply,
        source=raw.source or "",
        loinc=raw.loinc or "",
    )
