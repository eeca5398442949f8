"""The top of a summary: whose it is, which days it covers, and where it stands between two sessions."""

from kat_journal.domain.composing.choice import Heading
from kat_journal.domain.composing.selection import Selection
from kat_journal.domain.composing.words import day_words, initials
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.material import session_day
from kat_journal.domain.summary import Block, Paragraph


def title(selection: Selection) -> str:
    """The first line of the document."""
    period = selection.material.period
    return selection.messages.get("summary.title", starts=period.starts.isoformat(), ends=period.ends.isoformat())


def opening(selection: Selection) -> tuple[Block, ...]:
    """Who, which days, made when, and that these are the person's own notes."""
    messages, material = selection.messages, selection.material
    name = _name(material.name, selection.choice.heading)
    facts = messages.get(
        "summary.opening-named" if name else "summary.opening",
        name=name,
        starts=day_words(material.period.starts, messages),
        ends=day_words(material.period.ends, messages),
        made=day_words(material.made_on, messages),
    )
    return Paragraph(facts), Paragraph(messages.get("summary.own-notes"))


def between_sessions(selection: Selection) -> tuple[Block, ...]:
    """The last session, the days since, and the next one, as far as they are known."""
    messages, today = selection.messages, selection.material.made_on
    blocks: list[Block] = []
    days = [(day, one) for one in selection.material.sessions if (day := session_day(one)) is not None]
    held = [day for day, one in days if one.status is SessionStatus.HELD and day <= today]
    planned = [day for day, one in days if _is_ahead(one) and day >= today]
    if held:
        last = max(held)
        text = messages.get("summary.last-session", day=day_words(last, messages), days=(today - last).days)
        blocks.append(Paragraph(text))
    if planned:
        blocks.append(Paragraph(messages.get("summary.next-session", day=day_words(min(planned), messages))))
    return tuple(blocks)


def _is_ahead(session: Session) -> bool:
    return session.status is SessionStatus.PLANNED


def _name(name: str, heading: Heading) -> str:
    if heading is Heading.NOTHING:
        return ""
    return " ".join(name.split()) if heading is Heading.NAME else initials(name)
