"""What was chosen, by the section in which it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kat_journal.domain.composing.choice import Choice
from kat_journal.domain.composing.pieces import Piece, pieces
from kat_journal.domain.composing.words import day_words
from kat_journal.domain.form import Section
from kat_journal.domain.ids import SessionId
from kat_journal.domain.material import Material
from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Quote


@dataclass(frozen=True, slots=True)
class Selection:
    """The material with its ticks, handed to every section.

    Attributes:
        days: The local day of each session whose time is known.
    """

    material: Material
    chosen: frozenset[str]
    choice: Choice
    messages: Messages
    by_section: Mapping[Section, Sequence[Piece]]
    days: Mapping[SessionId, date]

    def pieces(self, *sections: Section) -> tuple[Piece, ...]:
        """The chosen answers of these sections, oldest first."""
        return tuple(piece for section in sections for piece in self.by_section.get(section, ()))


def select(material: Material, chosen: frozenset[str], choice: Choice, messages: Messages) -> Selection:
    """Sort the chosen answers into sections; what was moved to the first look stands there alone."""
    by_section: dict[Section, list[Piece]] = {}
    for piece in pieces(material):
        if piece.key in chosen:
            by_section.setdefault(_section(piece, choice), []).append(piece)
    return Selection(material, chosen, choice, messages, by_section, material.days_of_sessions())


def _section(piece: Piece, choice: Choice) -> Section:
    """Where an answer stands; of everything, a plain "no" to a question of the first look is nothing to look at."""
    if piece.key in choice.first_look:
        return Section.FIRST_LOOK
    if choice.everything and piece.section is Section.FIRST_LOOK and piece.is_plain_no:
        return Section.WORDS
    return piece.section


def quotes(chosen: Iterable[Piece], selection: Selection) -> tuple[Quote, ...]:
    """Each answer in the person's words, under its date and question."""
    return tuple(Quote(piece.words(selection.messages), caption(piece, selection)) for piece in chosen)


def notes(chosen: Iterable[Piece], selection: Selection) -> tuple[Quote, ...]:
    """The notes of answers whose value stands in a table."""
    return tuple(Quote(piece.answer.note, caption(piece, selection)) for piece in chosen if piece.answer.note.strip())


def caption(piece: Piece, selection: Selection) -> str:
    """The date of an answer, the session it belongs to, and the whole question.

    Several forms ask the same guarded questions, on one day perhaps: those name their form too.
    """
    messages, session_id = selection.messages, piece.answered.session_id
    when = [day_words(piece.answered.day, messages)]
    if session_id is not None and session_id in selection.days:
        day = selection.days[session_id]
        key = "caption.session-day" if day == piece.answered.day else "caption.session"
        when.append(messages.get(key, day=day_words(day, messages)))
    if piece.item.guarded:
        when.append(piece.answered.form.title)
    return messages.get("caption", when=", ".join(when), ask=piece.item.ask)
