"""What the desktop may be told, and when. Nothing at all until the person asks for it."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from kat_journal.domain.clock import Clock, local_day, zone_of
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.notices import Moment, NoticePlan, NoticeWords, Quiet
from kat_journal.services.ahead import A_DAY, FOUR_WEEKS, Ahead, AheadKind, AheadService
from kat_journal.services.calm_hours import MORNING
from kat_journal.services.courses import CourseService
from kat_journal.services.settings import SettingsService

LEADS: Final = (60, 180, 1440)
"""How many minutes before a session or appointment a person may want to be reminded; the last is usual."""

ON, KINDS, LEAD, QUIET, TOLD = (f"notices.{name}" for name in ("on", "kinds", "lead", "quiet", "told"))
MOST_TOLD: Final = 300
"""How many of what was said are remembered: many more than can be ahead at once."""


@dataclass(frozen=True, slots=True)
class NoticeChoice:
    """What a person wants.

    Attributes:
        on: Whether the desktop is told anything.
        kinds: What they want to be reminded of; the calendar file holds the same.
        lead: How many minutes before a session or appointment.
        quiet: When nothing is said.
    """

    on: bool = False
    kinds: frozenset[AheadKind] = field(default_factory=lambda: frozenset(AheadKind))
    lead: int = LEADS[-1]
    quiet: Quiet = field(default_factory=Quiet)


class NoticeService:
    """Keeps the choice, plans what is said, and remembers what was."""

    def __init__(self, ahead: AheadService, courses: CourseService, settings: SettingsService, clock: Clock) -> None:
        self._ahead = ahead
        self._courses = courses
        self._settings = settings
        self._clock = clock

    def choice(self) -> NoticeChoice:
        """What the person chose; off where they did not."""
        usual = NoticeChoice()
        kinds = self._settings.get(KINDS, "\n".join(AheadKind)).splitlines()
        lead = self._settings.get(LEAD)
        return NoticeChoice(
            on=self._settings.get(ON) == "yes",
            kinds=frozenset(kind for kind in AheadKind if kind in kinds),
            lead=int(lead) if lead in map(str, LEADS) else usual.lead,
            quiet=_read_quiet(self._settings.get(QUIET)) or usual.quiet,
        )

    def keep(self, choice: NoticeChoice) -> None:
        """Keep what the person chose."""
        self._settings.put(ON, "yes" if choice.on else "no")
        self._settings.put(KINDS, "\n".join(sorted(choice.kinds)))
        self._settings.put(LEAD, str(choice.lead))
        self._settings.put(QUIET, f"{choice.quiet.starts} {choice.quiet.ends}")

    def plan(self) -> NoticePlan | None:
        """What may be said in the next four weeks and was not yet; None while nothing is wanted."""
        choice = self.choice()
        if not choice.on:
            return None
        now = self._clock.now()
        silence = self.silence(now + FOUR_WEEKS)
        found = self._ahead.until(now + FOUR_WEEKS, since=now - FOUR_WEEKS)
        wanted = [ahead for ahead in found if ahead.kind in choice.kinds and (ahead.closes or ahead.when) > now]
        told = self._told()
        moments = (_moment(ahead, silence, timedelta(minutes=choice.lead), self._clock.zone()) for ahead in wanted)
        unsaid = tuple(moment for moment in moments if moment.key not in told)
        return NoticePlan(unsaid, silence.calm, silence.quiet)

    def begin(self, said: Collection[datetime]) -> NoticePlan | None:
        """The plan at unlocking. Whoever opens the notebook has seen what stands there: it is not said again.

        Args:
            said: Instants of what was said while the journal was locked.
        """
        plan = self.plan()
        if plan is None:
            return None
        now = self._clock.now()
        seen = [moment for moment in plan.moments if moment.at <= now or moment.at in said]
        self.told(moment.key for moment in seen)
        return plan.without([moment.at for moment in seen])

    def told(self, keys: Iterable[str]) -> None:
        """Remember what was said; it is not said again, not even if the clock is set back."""
        told = self._told()
        new = [key for key in keys if key and key not in told]
        if new:
            self._settings.put(TOLD, json.dumps([*told, *new][-MOST_TOLD:]))

    def silence(self, end: datetime) -> NoticePlan:
        """When nothing is said up to an instant: at night, and from a session to the next morning."""
        now = self._clock.now()
        calm = []
        for session in self._courses.sessions():
            start, ends = session.start, session.end
            if session.status is SessionStatus.CANCELLED or start is None or ends is None:
                continue
            if start < end and ends > now - 3 * A_DAY:  # most sessions of a long course, for next to nothing
                next_day = local_day(ends, session.zone) + A_DAY
                calm.append((start, datetime.combine(next_day, MORNING, zone_of(session.zone)).astimezone(UTC)))
        return NoticePlan((), tuple(span for span in calm if span[1] > now), self.choice().quiet)

    def _told(self) -> list[str]:
        try:
            return [str(key) for key in json.loads(self._settings.get(TOLD, "[]"))]
        except (ValueError, TypeError):  # a journal that was saved from a damaged one may have lost the end of it
            return []


def _moment(ahead: Ahead, silence: NoticePlan, lead: timedelta, zone: str) -> Moment:
    key = f"{ahead.key}@{ahead.when.isoformat()}"  # what moved is another thing to say
    if ahead.closes is not None:
        return Moment(_whole(ahead.when), ahead.closes, key=key)
    at = _whole(silence.in_time(ahead.when - lead, ahead.when, zone))
    return Moment(at, ahead.when, NoticeWords.APPOINTMENT, ahead.when, f"{key}-{lead}")


def _whole(instant: datetime) -> datetime:
    """Whole seconds, as a locked window keeps them."""
    return instant.replace(microsecond=0)


def _read_quiet(kept: str) -> Quiet | None:
    hours = [int(word) for word in kept.split() if word.isdecimal() and int(word) < 24]
    return Quiet(*hours) if len(hours) == 2 else None
