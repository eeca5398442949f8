"""Rows of the built-in score sheets, known by their LOINC codes in whatever order a file has them.

No arithmetic is made up here: a sheet is taken over whole, with the rules that it has, or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kat_journal.domain.form import Form, Item, ItemType
from kat_journal.importing.answers import LOINC, Choice
from kat_journal.importing.refusing import refusal
from kat_journal.importing.rows import Row

_POINTS = {
    # LL358-3: how often in the last two weeks
    "LA6568-5": 0,
    "LA6569-3": 1,
    "LA6570-1": 2,
    "LA18938-3": 2,
    "LA6571-9": 3,
    # LL359-1: how difficult. The codes of the last two are not in the order of what they mean.
    "LA6572-7": 0,
    "LA6573-5": 1,
    "LA6575-0": 2,
    "LA6574-3": 3,
}


@dataclass(slots=True)
class Known:
    """What of a questionnaire is known from the built-in sheets.

    Attributes:
        sheet: The sheet that it takes over; None where it takes over none.
        items: The built-in item of each row that is known, by linkId.
        points: What each choice of such a row counts, by linkId, then by the choice's id.
        left_out: Rows that the sheet works out itself, by linkId.
        notes: Why a sheet that is named was not taken over.
    """

    sheet: Form | None = None
    items: dict[str, Item] = field(default_factory=dict)
    points: dict[str, dict[str, int]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def recognised(panels: Sequence[str], rows: Sequence[Row], known: Mapping[str, Form]) -> Known:
    """What is known of these rows.

    Args:
        panels: LOINC codes of the questionnaire itself.
        rows: Its rows.
        known: The built-in forms, by the LOINC code of the questionnaire that each scores.

    Raises:
        QuestionnaireError: The same answer counts more in one row than in another.
    """
    found = Known()
    sheet = next((known[code] for code in panels if code in known), None)
    forms = [sheet, *known.values()] if sheet is not None else [*known.values()]
    by_code = {item.loinc: item for form in reversed(forms) for item in form.items if item.loinc}
    for row in rows:
        item = next((by_code[code] for code in row.loinc if code in by_code), None)
        if row.is_asked and item is not None:
            found.items[row.link_id] = item
            if (points := _points(row, item)) is not None:
                found.points[row.link_id] = points
    _check_turned(found, rows)
    if sheet is not None:
        _take_over(found, sheet, rows)
    return found


def _take_over(found: Known, sheet: Form, rows: Sequence[Row]) -> None:
    totals = {score.loinc for score in sheet.scores if score.loinc}
    asked = [row for row in rows if row.is_asked and not totals & {*row.loinc}]
    if reasons := _differences(found, sheet, asked):
        found.notes.append(f"stands beside \u201c{sheet.title}\u201d and has no total: {'; '.join(reasons)}")
    else:
        found.sheet = sheet
        found.left_out = {row.link_id for row in rows if totals & {*row.loinc}}


def _differences(found: Known, sheet: Form, asked: Sequence[Row]) -> list[str]:
    """How these rows differ from those that the sheet scores."""
    mapped = [found.items[row.link_id].id for row in asked if row.link_id in found.items]
    scored = {item_id for score in sheet.scores for item_id in score.items}
    missing = ", ".join(item.loinc for item in sheet.items if item.id in scored - {*mapped})
    reasons = [f"missing are {missing}"] if missing else []
    for row in asked:
        item = found.items.get(row.link_id)
        if item is None or item not in sheet.items:
            reasons.append(f"`{row.link_id}` is no row of it")
        elif mapped.count(item.id) > 1:
            reasons.append(f"row {item.loinc} is there twice")
        elif row.link_id not in found.points:
            reasons.append(f"the answers of row {item.loinc} do not say the points that it has")
    return reasons


def _check_turned(found: Known, rows: Sequence[Row]) -> None:
    """Refuse a row whose codes were turned round, by mistake or not: its cards would come up for the wrong answers."""
    worth: dict[str, int] = {}
    for row in rows:
        points = found.points.get(row.link_id, {})
        for choice in row.choices if points else ():
            if worth.setdefault(choice.text.casefold(), points[choice.id]) != points[choice.id]:
                raise refusal((row.place, f"counts the answer `{choice.text}` in another way than the rows before it"))


def _points(row: Row, item: Item) -> dict[str, int] | None:
    """What each choice counts, if together they are the points of the built-in row."""
    if row.type is not ItemType.CHOICE or item.scale is None:
        return None
    points = {choice.id: _worth(choice) for choice in row.choices}
    whole = {name: int(value) for name, value in points.items() if value is not None and value == int(value)}
    wanted = [point.value for point in item.scale.points]
    return whole if sorted(whole.values()) == wanted and len(whole) == len(points) else None


def _worth(choice: Choice) -> float | None:
    """By its LOINC code, or else what the file says; None where the two disagree or both are silent."""
    by_code = _POINTS.get(choice.code) if choice.system in ("", LOINC) else None
    if by_code is None or choice.points is None:
        return choice.points if by_code is None else by_code
    return by_code if by_code == choice.points else None
