"""A stranger's words as one line of plain text, unchanged but for breaks; and names that our files can carry."""

import hashlib
import re
from collections.abc import Callable

from kat_journal.domain.strange_words import (
    holds_a_link,
    holds_a_tag,
    holds_a_telephone_number,
    is_visible_line,
)
from kat_journal.importing.refusing import refusal

LONGEST = 1000
_BREAK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
_REFUSED: tuple[tuple[Callable[[str], bool], str], ...] = (
    (holds_a_tag, "holds HTML; plain text is shown here"),
    (holds_a_link, "holds a link; nothing here leads away"),
    (holds_a_telephone_number, "holds what looks like a telephone number; ask for the questionnaire without it"),
)
_SIMPLE = re.compile(r"\A[a-z0-9](?:-?[a-z0-9]){0,47}\Z")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
_ROOM = 40
_MOST_DIGITS = 6
_AS_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def one_line(text: str, place: str) -> str:
    """The words on one line: a line break becomes a space, and nothing else changes.

    Raises:
        QuestionnaireError: They are empty, too long, or hold HTML, a link, a telephone number, or hidden letters.
    """
    line = _joined(text)
    if problem := _wrong(line):
        raise refusal((place, problem))
    return line


def line_or_none(text: str) -> str:
    """The same of words that nobody is asked, such as a description; empty where they cannot be used."""
    line = _joined(text)
    return "" if _wrong(line) else line


def cited(text: str) -> str:
    """The same of whom or what it comes from, where numbers and addresses may stand; cut off rather than dropped."""
    line = _joined(text)
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1].rstrip()}…"
    is_right = is_visible_line(line) and not holds_a_tag(line) and not holds_a_link(line, addresses=True)
    return line if is_right else ""


def _joined(text: str) -> str:
    return " ".join(filter(None, (part.strip() for part in _BREAK.split(text))))


def _wrong(line: str) -> str:
    """Why these words cannot stand in a pack. A number to ring or a page to open comes from the program alone."""
    if not line:
        return "holds no words"
    if len(line) > LONGEST:
        return f"is longer than {LONGEST} letters"
    if not is_visible_line(line):
        return "holds letters that cannot be seen"
    return next((reason for is_there, reason in _REFUSED if is_there(line)), "")


def name_for(start: str, exact: str) -> str:
    """A name for our files, always the same for the same words and another for others.

    Simple words stay readable whole; of others what is readable stays, with a mark of their exact form. Long numbers
    do not stay: a pack holds none that somebody could ring.
    """
    if _SIMPLE.match(exact) and _digits(exact) <= _MOST_DIGITS:
        return f"{start}-{exact}"
    readable = _NOT_IN_NAME.sub("-", exact[:_ROOM].lower())
    if _digits(readable) > _MOST_DIGITS:
        readable = "".join(letter for letter in readable if not letter.isdigit())
    readable = re.sub("-+", "-", readable).strip("-")
    mark = hashlib.sha256(exact.encode("utf-8", "surrogatepass")).hexdigest()[:10].translate(_AS_LETTERS)
    return "-".join(filter(None, (start, readable, mark)))


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)
