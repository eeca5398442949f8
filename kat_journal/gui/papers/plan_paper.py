"""The plan for hard hours as a paper: the person's own words, and the numbers that they chose."""

from PySide6.QtGui import QTextDocument

from kat_journal.gui.papers.paper import (
    Paper,
    Part,
    clinic_rows,
    emergency_row,
    line_rows,
    lines_of,
    numbers_part,
    people_rows,
    tr,
)
from kat_journal.gui.papers.setting import document_of
from kat_journal.services.papers import PlanWords

_LARGEST = 13.0


def paper_of(words: PlanWords, *, people: bool = True) -> Paper:
    """The plan; a part without words is not there. ``people`` adds the person's people from Support."""
    parts = (Part(part.item_id, part.heading, lines_of(part.words.strip()), own=True) for part in words.parts)
    numbers = words.numbers
    own = people_rows(numbers) if people else ()
    rows = (*own, *clinic_rows(numbers), emergency_row(numbers), *line_rows(numbers))
    return Paper(
        title=tr("My plan for hard hours"),
        file_name="plan-for-hard-hours",
        about="",
        parts=(*parts, numbers_part(rows)),
        largest=_LARGEST,
    )


def document(words: PlanWords, *, people: bool = True, size: float = _LARGEST) -> QTextDocument:
    """The plan, set in that size of type."""
    return document_of(paper_of(words, people=people), size)
