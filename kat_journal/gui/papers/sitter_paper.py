"""The card for the person beside someone in a session: what to do, when to ring, and whom."""

from PySide6.QtGui import QTextDocument

from kat_journal.gui.papers.paper import Paper, Part, clinic_rows, emergency_row, lines_of, numbers_part, tr
from kat_journal.gui.papers.setting import document_of
from kat_journal.services.papers import SitterWords

_LARGEST = 16.0


def paper_of(words: SitterWords, *, beside_me: bool = False) -> Paper:
    """The card. ``beside_me`` adds the person's own words about what to do and not do: only where they say so."""
    own: tuple[Part, ...] = ()
    if beside_me and words.beside_me:
        heading = tr("What I would like you to do, and not do")
        own = (Part("beside-me", heading, lines_of(words.beside_me.strip()), own=True),)
    return Paper(
        title=words.title,
        file_name="card-for-the-person-with-me",
        about=words.about,
        parts=(
            numbers_part((emergency_row(words.numbers), *clinic_rows(words.numbers))),
            *own,
            *(Part(part.id, part.title, part.lines) for part in words.parts),
        ),
        largest=_LARGEST,
    )


def document(words: SitterWords, *, beside_me: bool = False, size: float = _LARGEST) -> QTextDocument:
    """The card, set in that size of type."""
    return document_of(paper_of(words, beside_me=beside_me), size)
