"""Refusals: each problem one line, place and reason, safe to show."""

from collections.abc import Iterable

from kat_journal.errors import QuestionnaireError

Problem = tuple[str, str]
"""Where in the file, and why it cannot be used."""

_MOST = 50
_LONGEST = 300


def refusal(*problems: Problem) -> QuestionnaireError:
    """The error for these problems."""
    return refused(f"{place}: {reason}" if place else reason for place, reason in problems)


def refused(lines: Iterable[str]) -> QuestionnaireError:
    """The error for problems that are lines already."""
    return QuestionnaireError("\n".join([shown(line) for line in lines][:_MOST]))


def shown(line: str) -> str:
    """The line without anything that a terminal obeys, and no longer than is read: a stranger chose words in it."""
    seen = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}…"
