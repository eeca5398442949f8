"""One text used wherever a person can put one, in a journal of its own."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kat_journal.domain.composing import Choice, Heading, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.edited import Edits, edited
from kat_journal.domain.form import ItemType, Option, Section
from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.material import Material
from kat_journal.domain.practice import Practice, Question
from kat_journal.domain.replacing import Replacement
from kat_journal.domain.response import Answer
from tests.golden import fictional as f
from tests.golden.fictional_forms import form, item

NAME = "Annabeth"
"""The name that is replaced by the text."""

_AT = datetime(2026, 11, 6, tzinfo=UTC)


@dataclass(frozen=True)
class Typed:
    """A text in every place.

    Attributes:
        material: Of the copy that leaves.
        whole: What must stand whole in a quote or a list: the answer, the note under its answer, the practice, the
            question, the sentence in which a name was replaced.
    """

    material: Material
    whole: tuple[str, ...]

    def summary(self, messages):
        choice = Choice(Heading.NAME)
        return compose(self.material, offered_keys(self.material), choice, messages)


def everywhere(words):
    """A journal whose answer, note, question, practice, name and replaced name are these words, and a cell as well."""
    options = (Option("yes", "Yes"),)
    asked = form(
        "own",
        item("a", ItemType.TEXT, f"Asked: {words}"),
        item("b", ItemType.CHOICE, "With a note", options=options, note=True),
        item("c", ItemType.TEXT, "Whom did you meet?"),
        item("d", ItemType.TEXT, f"Row: {words}", section=Section.SESSIONS),
        title=words,
    )
    answers = (
        Answer(ItemId("a"), text=words),
        Answer(ItemId("b"), options=("yes",), note=words),
        Answer(ItemId("c"), text=f"I met {NAME} there."),
        Answer(ItemId("d"), text=words),
    )
    stuff = f.material(
        answered=(f.answered("r", asked, f.S1, *answers, session_id=1),),
        earlier=(),
        sessions=(f.session(1, f.S1),),
        practices=(Practice(Uid("p"), words, _AT),) if words.strip() else (),
        questions=(Question(Uid("q"), words, _AT), Question(Uid("z"), "Last?", _AT)),
        name=words,
        appointment=replace(f.appointment(f.TODAY), who=words),
    )
    kept = words.strip() != ""
    whole = (
        *((words, words) if kept else ()),  # the answer, the practice
        f"Yes\n{words}" if words else "Yes",
        f"I met {words if kept else NAME} there.",
        words,
    )
    return Typed(edited(stuff, Edits((Replacement(NAME, words),))).material, whole)
