"""The whole document: sections in the order that a clinician needs them."""

from collections.abc import Iterator

from kat_journal.domain.composing import heading, quoted
from kat_journal.domain.composing.choice import Choice
from kat_journal.domain.composing.closing import closing
from kat_journal.domain.composing.data import data
from kat_journal.domain.composing.effects import unwanted_effects
from kat_journal.domain.composing.numbers import numbers
from kat_journal.domain.composing.selection import Selection, select
from kat_journal.domain.composing.sessions import sessions
from kat_journal.domain.form import Section as Place
from kat_journal.domain.material import Material
from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Block, Chosen, Section, Summary


def compose(
    material: Material, chosen: frozenset[str], choice: Choice, messages: Messages, *, with_data: bool = True
) -> Summary:
    """Build the document from what was chosen.

    What was not chosen leaves no trace, an empty section is absent, and the same values give the same document. Keys
    that name nothing in the material are passed over.

    Args:
        material: What there is.
        chosen: Keys of what was chosen of it.
        choice: What the person decided besides.
        messages: Our words.
        with_data: Whether the choice is also told as values; it nearly doubles the work, and few formats ask for it.
    """
    selection = select(material, chosen, choice, messages)
    return Summary(
        title=heading.title(selection),
        opening=heading.opening(selection),
        sections=tuple(
            Section(messages.get(f"section.{name}"), blocks, str(name))
            for name, blocks in _sections(selection)
            if blocks
        ),
        closing=closing(selection),
        language=messages.language,
        data=data(selection) if with_data else Chosen(made_on=material.made_on),
    )


def _sections(selection: Selection) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield Place.TEN_MINUTES, quoted.words(selection, Place.TEN_MINUTES)
    yield "between-sessions", heading.between_sessions(selection)
    yield Place.FIRST_LOOK, quoted.first_look(selection)
    yield Place.SINCE, quoted.words(selection, Place.SINCE)
    yield Place.QUESTIONS, quoted.questions(selection)
    yield Place.NUMBERS, numbers(selection)
    yield Place.SESSIONS, sessions(selection)
    yield Place.EFFECTS, unwanted_effects(selection)
    yield Place.WORDS, quoted.words(selection, Place.WORDS)
    yield Place.TRIED, quoted.tried(selection)
    yield Place.DIFFERENT, quoted.words(selection, Place.DIFFERENT)
