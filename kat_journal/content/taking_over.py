"""An imported questionnaire in the place of a built-in score sheet: its words, and the sheet's ids and arithmetic."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kat_journal.content.raw import RawForm
from kat_journal.domain.form import Form, Item, ItemType, Scale
from kat_journal.domain.ids import FormId, ItemId

Problem = tuple[str, str]


def problems_of_taking_over(
    raw: RawForm, scales: Mapping[str, Scale], built_in: Mapping[FormId, Form]
) -> Iterator[Problem]:
    """Why a form cannot take the place that it wants: only the same questionnaire, asked whole, can."""
    if raw.takes_over is None:
        return
    sheet = built_in.get(FormId(raw.takes_over))
    if sheet is None or not sheet.loinc or not sheet.on_request:
        yield "takes_over", f"`{raw.takes_over}` is no score sheet of the program"
        return
    if raw.loinc != sheet.loinc:
        yield "loinc", f"must be {sheet.loinc}, the code of `{sheet.id}`"
    yield from _rows(raw, scales, sheet)
    yield from _arithmetic(raw, sheet)


def in_the_place_of(sheet: Form, form: Form) -> Form:
    """The form as it is asked while it is installed: history and arithmetic go on as if it were the sheet."""
    ids = {item.id: row.id for item in form.items if (row := _row(sheet, item.loinc)) is not None}
    return replace(
        sheet,
        title=form.title,
        about=form.about,
        minutes=form.minutes,
        layout=form.layout,
        source=form.source,
        language=form.language,
        items=tuple(_laid_over(sheet, item, ids) for item in form.items),
        takes_over=sheet.id,
    )


def _rows(raw: RawForm, scales: Mapping[str, Scale], sheet: Form) -> Iterator[Problem]:
    asked = Counter(item.loinc for item in raw.items if item.loinc)
    needed = {item for rule in sheet.scores for item in rule.items} | {flag.when.item for flag in sheet.flags}
    for row in sheet.items:
        if row.id in needed and asked[row.loinc] != 1:
            yield "items", f"must ask {row.loinc} once, which `{sheet.id}` counts"
    for place, item in enumerate(raw.items):
        known = _row(sheet, item.loinc or "")
        if known is None:
            if any(item.id == row.id for row in sheet.items):
                yield f"items[{place}].id", f"`{item.id}` is a row of `{sheet.id}`; give yours another id"
        elif item.type is not ItemType.SCALE or _values(scales.get(item.scale or "")) != _values(known.scale):
            yield f"items[{place}]", f"must be a scale with the numbers of `{sheet.id}`"


def _arithmetic(raw: RawForm, sheet: Form) -> Iterator[Problem]:
    """The sheet's flags and scores stay in force, so a form that says them as well must say the same."""
    ids = {item.id: row.id for item in raw.items if (row := _row(sheet, item.loinc or "")) is not None}
    flags = {(ids.get(flag.when.item), flag.when.at_least, flag.when.option) for flag in raw.flags}
    if flags - {(flag.when.item, flag.when.at_least, flag.when.option) for flag in sheet.flags}:
        yield "flags", f"must be those of `{sheet.id}`, or none"
    scores = {(score.method, tuple(ids.get(item) for item in score.items), score.multiply) for score in raw.scores}
    if scores - {(score.method, score.items, score.multiply) for score in sheet.scores}:
        yield "scores", f"must be those of `{sheet.id}`, or none"


def _values(scale: Scale | None) -> tuple[int, ...]:
    return tuple(point.value for point in scale.points) if scale is not None else ()


def _row(sheet: Form, loinc: str) -> Item | None:
    return next((row for row in sheet.items if loinc and row.loinc == loinc), None)


def _laid_over(sheet: Form, item: Item, ids: Mapping[ItemId, ItemId]) -> Item:
    ask_if = item.ask_if
    if ask_if is not None:
        item = replace(item, ask_if=replace(ask_if, item=ids.get(ask_if.item, ask_if.item)))
    row = _row(sheet, item.loinc)
    if row is None:
        return item
    return replace(
        item,
        id=row.id,
        label=item.label or row.name,
        guarded=row.guarded or item.guarded,
        section=row.section,
        topic=row.topic,
    )
