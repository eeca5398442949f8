"""The document that leaves: sections and blocks, built from chosen answers, rendered by a format."""

from dataclasses import dataclass
from datetime import date

from kat_journal.domain.form import Item
from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.domain.scoring import Score


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's own words, exactly as typed.

    Attributes:
        words: What was typed.
        caption: Date and question, ours; may be empty.
    """

    words: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list; each item is the person's own words."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of short texts. Any cell may hold the person's words; a row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Quote | Numbered | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        name: Which section it is, in every language, such as ``numbers``.
    """

    heading: str
    blocks: tuple[Block, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class ChosenAnswer:
    """One chosen answer, and the question as it was asked.

    Attributes:
        answer: Holds the chosen parts alone; a note that was not chosen, a mark or an instant is not in it.
    """

    item: Item
    answer: Answer


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """What was chosen of one response.

    Attributes:
        loinc: Code of the questionnaire in LOINC; may be empty.
        day: The local date that it belongs to; the time of day is in no summary.
        session: The day of the session that it is about.
    """

    form_id: FormId
    version: int
    title: str
    loinc: str
    day: date
    session: date | None
    answers: tuple[ChosenAnswer, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class ChosenSession:
    """A chosen session: its day, and how the medicine was given; that may be empty."""

    day: date
    route: str = ""


@dataclass(frozen=True, slots=True)
class ChosenPractice:
    """A chosen practice, and the day on which it was last done."""

    words: str
    last_done: date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen, as values for formats that programs read: nothing is in it that the sections do not tell.

    Attributes:
        who: The person, as the heading shows them; may be empty.
        made_on: The day on which the summary was made.
        forms: Oldest first.
    """

    who: str = ""
    made_on: date = date.min
    forms: tuple[ChosenForm, ...] = ()
    sessions: tuple[ChosenSession, ...] = ()
    practices: tuple[ChosenPractice, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole document. The same values always give the same bytes.

    Attributes:
        language: Of our words, such as ``en``.
        data: The same choice as values.
    """

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Block, ...]
    language: str = "en"
    data: Chosen = Chosen()
