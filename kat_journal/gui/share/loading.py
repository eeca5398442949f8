"""What the page needs from the journal, read in one go on the journal thread, and the file made from it on the pool."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kat_journal.domain.clock import local_day
from kat_journal.gui.share.preview import Composed
from kat_journal.services.exports import ExportService
from kat_journal.services.journal import OpenJournal
from kat_journal.services.summaries import NAME, Candidate, Choice, Material, Period, SummaryService

FOLDER = "share.folder"
"""Setting that holds where the last summary was saved."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A period and everything that could be shared of it.

    Attributes:
        usual: The period that is offered first, with its name.
        appointment: Day of the next appointment, if one is planned.
        folder: Where the last summary was saved; empty before the first.
        ring_words: The first-look sentence with the person's numbers.
    """

    period: Period
    usual: Period
    usual_words: str
    material: Material
    candidates: tuple[Candidate, ...]
    choice: Choice
    name: str
    appointment: date | None
    folder: str
    ring_words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to see in the file.

    Attributes:
        chosen: Keys of what is ticked.
    """

    loaded: Loaded
    chosen: frozenset[str]
    choice: Choice
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it will be saved, with the wish that it answers."""

    wish: Wish
    composed: Composed


def load(journal: OpenJournal, days: Sequence[date], ring_words: str) -> Loaded:
    """Read the usual period, or the days from the first to the last of ``days``."""
    summaries = journal.summaries
    usual = summaries.default_period()
    period = summaries.range_period(days[0], days[-1]) if days else usual
    material = summaries.material(period)
    return Loaded(
        period=period,
        usual=usual,
        usual_words=summaries.label(usual),
        material=material,
        candidates=summaries.candidates(material),
        choice=summaries.choice(),
        name=journal.settings.get(NAME),
        appointment=_next_appointment(journal),
        folder=journal.settings.get(FOLDER),
        ring_words=journal.support.fill(ring_words),
    )


def make(summaries: SummaryService, exports: ExportService, wish: Wish) -> Made:
    """Compose and render; touches no journal, so it may run on the pool."""
    material = replace(wish.loaded.material, name=wish.name)
    summary = summaries.compose(material, wish.chosen, wish.choice)
    data = exports.render(summary)
    return Made(wish, Composed(summary, data, word_count(data.decode())))


def word_count(text: str) -> int:
    """How many words a text has; what only draws a table or a quote is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _next_appointment(journal: OpenJournal) -> date | None:
    now = journal.clock.now()
    today = local_day(now, journal.clock.zone())
    days = (local_day(one.at, one.zone) for one in journal.courses.appointments())
    return min((day for day in days if day >= today), default=None)
