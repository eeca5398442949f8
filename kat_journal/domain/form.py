"""Forms: sets of items asked together. Everything guided is one of these, and each comes from a pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from kat_journal.domain.ids import AdviceId, FormId, ItemId
from kat_journal.domain.practice import Carry


class Kind(StrEnum):
    """What a form is for."""

    PREPARATION = "preparation"
    INTENTION = "intention"
    RECORD = "record"
    REFLECTION = "reflection"
    CHECK_IN = "check-in"
    MEASURE = "measure"
    PAGE = "page"


class Phase(StrEnum):
    """Where a form belongs around a session."""

    BEFORE = "before"
    DAY_OF = "day-of"
    FIRST_HOURS = "first-hours"
    NEXT_DAY = "next-day"
    DAYS_AFTER = "days-after"
    WEEK_AFTER = "week-after"
    BETWEEN = "between"
    LONG_TERM = "long-term"
    ANY = "any"


class Layout(StrEnum):
    """How a form is asked: all on one page, or one question at a time."""

    PAGE = "page"
    STEPS = "steps"


class ItemType(StrEnum):
    """What kind of answer an item takes.

    ``symptom`` stores bother as a number, and started and gone beside it; ``scale`` and ``number`` store a
    number; ``yes-no`` stores 1 or 0; ``choice`` and ``choices`` store option ids; ``text`` and ``time`` (``HH:MM``)
    store text; ``statement`` stores nothing.
    """

    SYMPTOM = "symptom"
    SCALE = "scale"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes-no"
    TEXT = "text"
    TIME = "time"
    STATEMENT = "statement"


class Section(StrEnum):
    """Where an answer stands in a summary."""

    FIRST_LOOK = "first-look"
    TEN_MINUTES = "ten-minutes"
    SINCE = "since"
    QUESTIONS = "questions"
    NUMBERS = "numbers"
    EFFECTS = "effects"
    SESSIONS = "sessions"
    INTENTION = "intention"
    WORDS = "words"
    TRIED = "tried"
    DIFFERENT = "different"


class Anchor(StrEnum):
    """What a form's timing counts from."""

    SESSION_START = "session-start"
    SESSION_END = "session-end"
    APPOINTMENT = "appointment"
    COURSE_START = "course-start"


class Method(StrEnum):
    """How a score is made of its rows."""

    SUM = "sum"
    MEAN = "mean"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a scale, with its word."""

    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A named set of points, in rising order; every point has a word."""

    id: str
    points: tuple[Point, ...]

    def text(self, value: float) -> str:
        """The word of that point; the number itself where the scale has no such point."""
        return next((point.text for point in self.points if point.value == value), f"{value:g}")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a ``choice`` or ``choices`` item, stored by its id."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Is met when the item's number is at least ``at_least``, or when ``option`` is among its options."""

    item: ItemId
    at_least: float | None = None
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        hint: A quiet second line; may be empty.
        scale: The points of a ``symptom`` or ``scale`` item.
        low: Smallest number accepted by a ``number`` item.
        high: Largest number accepted by a ``number`` item.
        unit: What a number counts, such as "times"; may be empty.
        note: Whether "Anything to add?" is offered.
        guarded: Never starts ticked in Share, and its tick is never stored.
        ask_if: Asked only when this holds; None means always.
        section: Where the answer stands in a summary; None means the place that its type gives it.
        topic: One of the six domains of a reflection prompt, or empty.
        lines: 1 for one line of text, more for a page of it.
        more: Whether the row waits behind "Show all" on a one-page form.
        label: Short name where it stands in a table; may be empty.
        loinc: Code of the question in LOINC, by which an imported form's rows are known; may be empty.
        keeps: What the words of the answer can be kept as, by a button under them.
    """

    id: ItemId
    type: ItemType
    ask: str
    hint: str = ""
    scale: Scale | None = None
    options: tuple[Option, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    note: bool = False
    guarded: bool = False
    ask_if: Condition | None = None
    section: Section | None = None
    topic: str = ""
    lines: int = 6
    more: bool = False
    label: str = ""
    loinc: str = ""
    keeps: Carry | None = None

    @property
    def name(self) -> str:
        """Its short name, or else the whole question."""
        return self.label or self.ask

    def option_text(self, option_id: str) -> str:
        """The words of an option; its id where the form no longer has it."""
        return next((option.text for option in self.options if option.id == option_id), option_id)


@dataclass(frozen=True, slots=True)
class Flag:
    """Shows an advice card when one structured answer meets a condition."""

    when: Condition
    advice: AdviceId


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """What to make of a form's answers.

    Attributes:
        low: Smallest possible score.
        high: Largest possible score.
        better: ``lower`` or ``higher``; never shown as a verdict.
        max_missing: With more rows missing there is no score.
        prorate: Whether missing rows are made up for in proportion, and the score marked as estimated.
        multiply: Factor applied to the score, such as 4 for WHO-5.
        source: Citation.
        loinc: Code of the total in LOINC; may be empty.
    """

    id: str
    title: str
    method: Method
    items: tuple[ItemId, ...]
    low: float
    high: float
    better: str = "lower"
    max_missing: int = 0
    prorate: bool = False
    multiply: float = 1
    source: str = ""
    loinc: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """When a form is offered, as elapsed time from its anchor; negative is before.

    Attributes:
        due: End of the time it is meant for; shown as "open", never as late.
        closes: From then on it is "still welcome" on the session's page, no longer on Today.
        every: Days between repetitions, counted as local days; None for once.
    """

    anchor: Anchor
    opens: timedelta
    due: timedelta
    closes: timedelta
    every: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A set of items asked together, immutable once a version has been released.

    Attributes:
        id: Qualified id, ``pack:form``.
        version: Raised by one whenever anything that is asked changes.
        about: One or two sentences under the title.
        minutes: About how long it takes.
        offer: How many questions are offered at a sitting of a ``steps`` form; None means all.
        calm: Shown dim and large, with no counter, skip, share mark or number.
        source: Where the form comes from.
        recall: How many days its questions look back; such a form is not offered beside a session. None: it does not.
        on_request: Offered only once the person has said that their clinic gives it to them.
        language: Language of its words, such as ``en``.
        loinc: Code of the questionnaire in LOINC; may be empty.
        takes_over: Id of the built-in score sheet whose place an installed form takes; empty for all others.
    """

    id: FormId
    version: int
    kind: Kind
    phase: Phase
    title: str
    items: tuple[Item, ...]
    about: str = ""
    minutes: int = 5
    layout: Layout = Layout.PAGE
    offer: int | None = None
    calm: bool = False
    source: str = ""
    language: str = "en"
    timing: Timing | None = None
    flags: tuple[Flag, ...] = ()
    scores: tuple[ScoreRule, ...] = ()
    recall: int | None = None
    on_request: bool = False
    loinc: str = ""
    takes_over: str = ""

    def item(self, item_id: ItemId) -> Item:
        """The item of that id; raises KeyError where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def questions(self) -> Iterator[Item]:
        """The items that take an answer."""
        return (item for item in self.items if item.type is not ItemType.STATEMENT)
