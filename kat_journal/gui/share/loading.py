"""What the page needs from the journal, read in one go on the journal thread."""

from dataclasses import dataclass, field
from datetime import date

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.material import session_day
from kat_journal.errors import NoSummaryYetError
from kat_journal.gui.share.asked import Asked, HeldSession, Kind
from kat_journal.gui.share.preview import Composed
from kat_journal.services.courses import session_numbers
from kat_journal.services.exports import MARKDOWN
from kat_journal.services.journal import OpenJournal
from kat_journal.services.summaries import NAME, Candidate, Choice, Edited, Edits, Material, Period, rings


@dataclass(frozen=True, slots=True)
class Loaded:
    """A period and everything that could be shared of it.

    Attributes:
        asked: What was asked for, and what it came to: a session that is gone is the newest one.
        usual: The period that is offered first, with its name.
        summary: The period since the last summary; None before the first.
        sessions: The ones that can be chosen, newest first.
        appointment: Day of the next appointment, if one is planned.
        folder: Where the last summary was saved; empty before the first.
        format: The format of the last summary.
        ring_words: The first-look sentence with the person's numbers.
    """

    asked: Asked
    period: Period
    usual: Period
    usual_words: str
    summary: Period | None
    sessions: tuple[HeldSession, ...]
    material: Material
    candidates: tuple[Candidate, ...]
    choice: Choice
    name: str
    appointment: date | None
    folder: str
    format: str
    ring_words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to see in the file.

    Attributes:
        chosen: Keys of what is ticked.
        format: Name of the format, as the window names it.
        copy: The material as it leaves, made from the edits.
        edits: What is to be other in it than in the journal.
    """

    loaded: Loaded
    chosen: frozenset[str]
    choice: Choice
    name: str
    format: str = MARKDOWN
    copy: Edited = field(kw_only=True)
    edits: Edits = field(default=Edits(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it will be saved, with the wish that it answers.

    Attributes:
        leaving: Keys of what is in it, for the record of what was shared.
    """

    wish: Wish
    composed: Composed
    leaving: frozenset[str]

    @property
    def rings(self) -> bool:
        """Whether something in it is to be looked at first, and nobody may do so."""
        return rings(self.composed.summary)


def load(journal: OpenJournal, asked: Asked, ring_words: str) -> Loaded:
    """Read the days that are asked for."""
    summaries = journal.summaries
    sessions, summary, usual = _held(journal), _since_summary(journal), summaries.default_period()
    asked = _possible(asked, sessions, summary)
    material = _material(journal, asked, summary or usual)
    journal.replacements.all()  # where the names cannot be read, none could be replaced: then nothing is shown
    return Loaded(
        asked=asked,
        period=material.period,
        usual=usual,
        usual_words=summaries.label(usual),
        summary=summary,
        sessions=sessions,
        material=material,
        candidates=summaries.candidates(material),
        choice=summaries.choice(),
        name=journal.settings.get(NAME),
        appointment=_next_appointment(journal),
        folder=journal.saved_files.folder(),
        format=journal.saved_files.format(journal.exports),
        ring_words=journal.support.fill(ring_words),
    )


def _possible(asked: Asked, sessions: tuple[HeldSession, ...], summary: Period | None) -> Asked:
    """What was asked for, or the next best where that is gone."""
    if asked.kind is Kind.SUMMARY and summary is None:
        return Asked()
    if asked.kind is Kind.SESSION:
        if not sessions:
            return Asked()
        ids = [one.id for one in sessions]
        return Asked(Kind.SESSION, session_id=asked.session_id if asked.session_id in ids else ids[0])
    return asked


def _material(journal: OpenJournal, asked: Asked, summary: Period) -> Material:
    summaries = journal.summaries
    match asked:
        case Asked(Kind.SESSION, session_id=session_id) if session_id is not None:
            return summaries.material_of(session_id)
        case Asked(Kind.SUMMARY):
            return summaries.material(summary)
        case Asked(Kind.EVERYTHING):
            return summaries.material(summaries.whole_period())
        case Asked(Kind.RANGE, days) if days:
            return summaries.material(summaries.range_period(days[0], days[-1]))
        case _:
            return summaries.material(summaries.default_period())


def _since_summary(journal: OpenJournal) -> Period | None:
    try:
        return journal.summaries.since_summary()
    except NoSummaryYetError:
        return None


def _held(journal: OpenJournal) -> tuple[HeldSession, ...]:
    sessions = journal.courses.sessions()
    numbers = session_numbers(sessions)
    held = (
        HeldSession(one.id, numbers[one.id], day)
        for one in sessions
        if one.status is SessionStatus.HELD and (day := session_day(one)) is not None
    )
    return tuple(sorted(held, key=lambda one: (one.day, one.number), reverse=True))


def _next_appointment(journal: OpenJournal) -> date | None:
    now = journal.clock.now()
    today = local_day(now, journal.clock.zone())
    days = (local_day(one.at, one.zone) for one in journal.courses.appointments())
    return min((day for day in days if day >= today), default=None)
