"""What check-ins say of one unwanted effect."""

from collections.abc import Sequence
from datetime import date

from kat_journal.domain.composing.words import number_words
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import NOTICED, Answer

Told = tuple[date, Answer]
"""An answer, and the day of its check-in."""


def effect_words(told: Sequence[Told], until: date, messages: Messages) -> str:
    """The worst bother, and the last word on whether it is gone.

    Args:
        told: The answers, oldest first.
        until: Day of the newest check-in that the reader knows of; an older word is given its day.
        messages: The sentences to say it in.
    """
    rated = [(day, answer) for day, answer in told if answer.number is not None and not answer.skipped]
    if not rated:
        noticed = any(NOTICED in answer.options for _, answer in told)
        return messages.get("effects.noticed" if noticed else "effects.skipped")
    worst = number_words(max(answer.number or 0 for _, answer in rated))
    gone = _gone(rated, until, messages)
    return messages.get("effects.value", bother=worst, gone=gone) if gone else worst


def _gone(rated: Sequence[Told], until: date, messages: Messages) -> str:
    """The last word, where no later answer says otherwise; empty where there is none."""
    bothered = [(day, answer) for day, answer in rated if answer.number]
    if not bothered:
        return ""
    day, last = next((one for one in reversed(bothered) if one[1].gone), bothered[-1])
    if last.gone == "yes" and last is bothered[-1][1]:
        return messages.get("effects.gone.yes")
    if not rated[-1][1].number:
        return messages.get("effects.later-zero")
    if last.gone in {"", "yes"}:
        return ""
    gone = messages.get(f"effects.gone.{last.gone}")
    return gone if day == until else messages.get("effects.gone-on", gone=gone, day=day.isoformat())
