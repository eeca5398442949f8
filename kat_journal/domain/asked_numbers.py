"""The numbers that a form asks for, and what a filling-in says of each."""

from dataclasses import dataclass, field
from typing import Final

from kat_journal.domain.form import Form, Item, ItemType, Kind, ScoreRule
from kat_journal.domain.ids import FormId
from kat_journal.domain.progress import Filled, Missing, Point, Series, SeriesKind
from kat_journal.domain.response import NOTICED, Answer, is_asked
from kat_journal.domain.scoring import score

_FORMS: Final = frozenset({Kind.CHECK_IN, Kind.MEASURE})
_ITEMS: Final = frozenset({ItemType.SCALE, ItemType.NUMBER, ItemType.SYMPTOM})


@dataclass(frozen=True, slots=True)
class AskedItem:
    """A rating or a side effect that a form asks for."""

    form: Form
    item: Item
    words: dict[float, str] = field(init=False)

    def __post_init__(self) -> None:
        """Look the words up once for many answers."""
        object.__setattr__(self, "words", own_words(self.item))

    def series(self) -> Series:
        """Its series, still without places."""
        item, effect = self.item, self.item.type is ItemType.SYMPTOM
        low, high = item.low, item.high
        if item.scale is not None:
            low, high = float(item.scale.points[0].value), float(item.scale.points[-1].value)
        kind = SeriesKind.EFFECT if effect else SeriesKind.RATING
        owner = pack_of(self.form.id) if effect else self.form.id
        return Series(
            key=_key(kind, f"{owner}:{item.id}", low, high),
            kind=kind,
            title=item.name,
            form_title=self.form.title,
            low=low,
            high=high,
            low_words="" if low is None else self.words.get(low, ""),
            high_words="" if high is None else self.words.get(high, ""),
            unit=item.unit,
            guarded=item.guarded,
        )

    def point(self, filled: Filled) -> Point | None:
        """What a filling-in says of it; None where it did not ask."""
        if not is_asked(self.item, filled.answers):
            return None
        answer = filled.answers.get(self.item.id)
        missing = why_missing(answer)
        if answer is None or answer.number is None or missing is not None:
            return Point(filled.at, filled.form.title, filled.session_id, missing=missing)
        word = self.words.get(answer.number, "")
        return Point(filled.at, filled.form.title, filled.session_id, answer.number, words=word)


@dataclass(frozen=True, slots=True)
class AskedScore:
    """A score that is made of a form's answers."""

    form: Form
    rule: ScoreRule

    def series(self) -> Series:
        """Its series, still without places."""
        rule = self.rule
        return Series(
            key=_key(SeriesKind.SCORE, f"{self.form.id}:{rule.id}", rule.low, rule.high),
            kind=SeriesKind.SCORE,
            title=rule.title,
            form_title=self.form.title,
            low=rule.low,
            high=rule.high,
            guarded=all(self.form.item(item_id).guarded for item_id in rule.items),
        )

    def point(self, filled: Filled) -> Point:
        """What a filling-in makes of it."""
        made = score(self.rule, filled.answers)
        return Point(
            filled.at,
            filled.form.title,
            filled.session_id,
            made.value,
            missing=None if made.value is not None else Missing.TOO_FEW if made.answered else Missing.BLANK,
            answered=made.answered,
            of=made.of,
            estimated=made.estimated,
        )


AskedNumber = AskedItem | AskedScore


def asked_numbers(form: Form) -> tuple[AskedNumber, ...]:
    """The numbers that a form asks for; of a score sheet the scores alone, for its rows are no ratings of one's own."""
    if form.kind not in _FORMS:
        return ()
    if form.scores:
        return tuple(AskedScore(form, rule) for rule in form.scores)
    return tuple(AskedItem(form, item) for item in form.questions() if item.type in _ITEMS)


def why_missing(answer: Answer | None) -> Missing | None:
    """Why an answer holds no number; None where it holds one."""
    if answer is None:
        return Missing.BLANK
    if answer.skipped:
        return Missing.SKIPPED
    if answer.number is not None:
        return None
    return Missing.NOTICED if NOTICED in answer.options else Missing.BLANK


def own_words(item: Item) -> dict[float, str]:
    """The words of an item's points, but for those whose word is the number itself."""
    points = item.scale.points if item.scale is not None else ()
    return {float(point.value): point.text for point in points if point.text != str(point.value)}


def pack_of(form_id: FormId) -> str:
    """The pack that a form comes from."""
    return form_id.partition(":")[0]


def _key(kind: SeriesKind, name: str, low: float | None, high: float | None) -> str:
    ends = "-".join("" if end is None else f"{end:g}" for end in (low, high))
    return f"{kind}:{name}:{ends}"
