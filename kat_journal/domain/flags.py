"""Flags: rules on one structured answer that call up a fixed advice card."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kat_journal.domain.form import Form
from kat_journal.domain.ids import AdviceId, ItemId
from kat_journal.domain.response import Answer, holds


class Level(StrEnum):
    """How soon a person is asked to act."""

    MENTION = "mention"
    CALL = "call"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Advice:
    """A calm, fixed text with its next step.

    Attributes:
        text: May hold ``{emergency}``, ``{clinic}`` and ``{crisis_line}``.
        line: Id of the line of the "when to get help" page that says the same.
        plan: Whether the card leads to the person's plan for hard hours.
    """

    id: AdviceId
    level: Level
    text: str
    line: str = ""
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag that an answer has raised."""

    item: ItemId
    advice: AdviceId


def raised(form: Form, answers: Mapping[ItemId, Answer]) -> tuple[Raised, ...]:
    """The flags that the answers raise, in the form's order."""
    return tuple(Raised(flag.when.item, flag.advice) for flag in form.flags if holds(flag.when, answers))
