"""How days, values and names are said in a summary."""

from datetime import date

from kat_journal.domain.form import Item, ItemType
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import Answer, answer_words
from kat_journal.domain.scoring import Score


def day_words(day: date, messages: Messages) -> str:
    """A date with its weekday, such as ``Sun 2026-11-22``."""
    return messages.get("day", weekday=messages.get(f"weekday.{day.isoweekday()}"), date=day.isoformat())


def day_in_words(day: date, messages: Messages) -> str:
    """A date as one would say it, such as ``22 November``."""
    return messages.get("day.said", day=day.day, month=messages.get(f"month.{day.month}"))


def number_words(value: float) -> str:
    """A number with at most two decimals, and none where it has none."""
    return f"{round(value, 2):.10g}"


def scale_words(item: Item, number: float, messages: Messages) -> str:
    """A point of a scale: its number, the highest number, and its word where it has one of its own."""
    if item.scale is None:
        return f"{number_words(number)} {item.unit}".strip()
    value, word = number_words(number), item.scale.text(number)
    text = messages.get("value.of", value=value, high=item.scale.points[-1].value)
    return text if word == value else messages.get("value.with-word", value=text, word=word)


def row_words(item: Item, messages: Messages) -> str:
    """The name of an item's row: its short name, and what the ends of its scale mean."""
    points = item.scale.points if item.type is ItemType.SCALE and item.scale is not None else ()
    ends = [f"{point.value} {point.text}" for point in (*points[:1], *points[-1:]) if point.text != str(point.value)]
    return messages.get("row.with-ends", row=item.name, ends=", ".join(ends)) if ends else item.name


def value_words(item: Item, answer: Answer, messages: Messages) -> str:
    """The answer without its note; empty for one that was skipped."""
    if item.type is ItemType.YES_NO and answer.number is not None:
        return messages.get("answer.yes" if answer.number else "answer.no")
    if item.type in {ItemType.SCALE, ItemType.NUMBER, ItemType.SYMPTOM} and answer.number is not None:
        return scale_words(item, answer.number, messages)
    return answer_words(item, answer)


def score_words(score: Score, messages: Messages) -> str:
    """A score with its range and how many rows were answered; rows that were made up for are named."""
    key = "score" if score.rule.low == 0 else "score.from-to"
    text = messages.get(
        key,
        value=number_words(score.value or 0),
        low=number_words(score.rule.low),
        high=number_words(score.rule.high),
        answered=score.answered,
        rows=score.of,
    )
    if not score.estimated:
        return text
    rows = ", ".join(messages.get("score.row", number=number) for number in score.missing)
    return messages.get("score.estimated", score=text, rows=rows)


def initials(name: str) -> str:
    """The first letter of each part of a name."""
    letters = (next((letter for letter in part if letter.isalpha()), "") for part in name.split())
    return " ".join(f"{letter.upper()}." for letter in letters if letter)
