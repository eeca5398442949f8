"""What was chosen, by the section in which it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kat_journal.domain.composing.choice import Choice
from kat_journal.domain.composing.pieces import Piece, pieces
from kat_journal.domain.composing.words import day_words
from kat_journal.domain.form import Section
from kat_journal.domain.material import Material
from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Quote


@dataclass(frozen=True, slots=True)
class Selection:
    """The material with its ticks, handed to every section."""

    material: Material
    chosen: frozenset[str]
    choice: Choice
    messages: Messages
    by_section: Mapping[Section, Sequence[Piece]]

    def pieces(self, *sections: Section) -> tuple[Piece, ...]:
        """The chosen answers of these sections, oldest first."""
        return tuple(piece for section in sections for piece in self.by_section.get(section, ()))


def select(material: Material, chosen: frozenset[str], choice: Choice, messages: Messages) -> Selection:
    """Sort the chosen answers into sections; what was moved to the first look stands there alone."""
    by_section: dict[Section, list[Piece]] = {}
    for piece in pieces(material):
        if piece.key in chosen:
            section = Section.FIRST_LOOK if piece.key in choice.first_look else piece.section
            by_section.setdefault(section, []).append(piece)
    return Selection(material, chosen, choice, messages, by_section)


def quote(piece: Piece, messages: Messages) -> Quote:
    """An answer in the person's words, under its date and question."""
    return Quote(piece.words(messages), caption(piece, messages))


def quotes(chosen: Iterable[Piece], messages: Messages) -> tuple[Quote, ...]:
    """Each answer in the person's words."""
    return tuple(quote(piece, messages) for piece in chosen)


def notes(chosen: Iterable[Piece], messages: Messages) -> tuple[Quote, ...]:
    """The notes of answers whose value stands in a table."""
    return tuple(Quote(piece.answer.note, caption(piece, messages)) for piece in chosen if piece.answer.note.strip())


def caption(piece: Piece, messages: Messages) -> str:
    """The date and the question of an answer."""
    return messages.get("caption", day=day_words(piece.answered.day, messages), ask=piece.item.ask)
