"""The top of a summary: whose it is, which days it covers, and where it stands between two sessions."""

from datetime import date

from kat_journal.domain.clock import local_day
from kat_journal.domain.composing.choice import Heading
from kat_journal.domain.composing.selection import Selection
from kat_journal.domain.composing.words import day_words, initials
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.material import session_day
from kat_journal.domain.summary import Block, Paragraph


def title(selection: Selection) -> str:
    """The first line of the document."""
    period = selection.material.period
    key = "summary.title-everything" if selection.choice.everything else "summary.title"
    return selection.messages.get(key, starts=period.starts.isoformat(), ends=period.ends.isoformat())


def opening(selection: Selection) -> tuple[Block, ...]:
    """Who, which days, made when, for which appointment, and that these are the person's own notes."""
    messages, material = selection.messages, selection.material
    name = who(selection)
    facts = messages.get(
        "summary.opening-named" if name else "summary.opening",
        name=name,
        starts=day_words(material.period.starts, messages),
        ends=day_words(material.period.ends, messages),
        made=day_words(material.made_on, messages),
    )
    return Paragraph(facts), *_appointment(selection), Paragraph(messages.get("summary.own-notes"))


def who(selection: Selection) -> str:
    """The person, as they want to be named; empty for not at all."""
    return _name(selection.material.name, selection.choice.heading)


def between_sessions(selection: Selection) -> tuple[Block, ...]:
    """The last session and the next one, as far as they are known, each with its days from the making of this."""
    today = selection.material.made_on
    blocks: list[Block] = []
    days = [(day, one) for one in selection.material.sessions if (day := session_day(one)) is not None]
    held = [day for day, one in days if one.status is SessionStatus.HELD and day <= today]
    planned = [day for day, one in days if _is_ahead(one) and day >= today]
    if held:
        blocks.append(_session("summary.last-session", max(held), selection))
    if planned:
        blocks.append(_session("summary.next-session", min(planned), selection))
    return tuple(blocks)


def _session(key: str, day: date, selection: Selection) -> Paragraph:
    """A session's day, and how far it is from the day on which the summary was made, whatever its period."""
    messages, days = selection.messages, (day - selection.material.made_on).days
    one = "one-" if abs(days) == 1 else ""
    span = f"span.{one}{'after' if days > 0 else 'before'}" if days else "span.same-day"
    return Paragraph(messages.get(key, day=day_words(day, messages), span=messages.get(span, days=abs(days))))


def _appointment(selection: Selection) -> tuple[Paragraph, ...]:
    """The appointment that a summary is for; an archive is for none."""
    one, messages = selection.material.appointment, selection.messages
    if one is None or selection.choice.everything:
        return ()
    day, who = day_words(local_day(one.at, one.zone), messages), " ".join(one.who.split())
    return (Paragraph(messages.get("summary.for-with" if who else "summary.for", day=day, who=who)),)


def _is_ahead(session: Session) -> bool:
    return session.status is SessionStatus.PLANNED


def _name(name: str, heading: Heading) -> str:
    if heading is Heading.NOTHING:
        return ""
    return " ".join(name.split()) if heading is Heading.NAME else initials(name)
