"""The sessions section: side by side up to four, then one row for each."""

from collections.abc import Sequence

from kat_journal.domain.composing.pieces import Piece
from kat_journal.domain.composing.selection import Selection, quotes
from kat_journal.domain.composing.words import day_words
from kat_journal.domain.course import Session
from kat_journal.domain.form import Section
from kat_journal.domain.ids import ItemId, SessionId
from kat_journal.domain.material import Material, session_key
from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Block, Table

SIDE_BY_SIDE = 4
"""More sessions than this do not fit beside each other on a printed page."""

SHORT = 80
"""More characters than this are quoted under the table instead of standing in a cell."""

ROUTE = ItemId("route")
"""The question of the session record that a session's own route is a copy of."""


def sessions(selection: Selection) -> tuple[Block, ...]:
    """The chosen sessions with the short answers about them; longer ones are quoted under the table."""
    days = selection.material.days_of_sessions()
    inside: list[Piece] = []
    below: list[Piece] = []
    for piece in selection.pieces(Section.INTENTION, Section.SESSIONS):
        fits = piece.answered.session_id in days and _is_short(piece.words(selection.messages))
        (inside if fits else below).append(piece)
    about = {piece.answered.session_id for piece in inside}
    shown = [
        one
        for one in selection.material.sessions
        if one.id in about or (one.id in days and session_key(one.uid) in selection.chosen)
    ]
    table = (_table(shown, _facts(shown, inside, selection), selection),) if shown else ()
    return (*table, *quotes(below, selection.messages))


def route_words(session: Session, material: Material, messages: Messages) -> str:
    """How the medicine was given, as the session itself tells it.

    Empty where an answer says so: then that answer's own tick decides whether it leaves.
    """
    answered = any(one.session_id == session.id and ROUTE in one.response.answers for one in material.answered)
    return "" if answered else messages.find(f"route.{session.route}") or session.route


def _facts(
    shown: Sequence[Session], inside: Sequence[Piece], selection: Selection
) -> dict[str, dict[SessionId, list[str]]]:
    """What is told of each session, by question in the order met."""
    messages = selection.messages
    facts: dict[str, dict[SessionId, list[str]]] = {}
    for one in shown:
        route = route_words(one, selection.material, messages) if session_key(one.uid) in selection.chosen else ""
        if route:
            facts.setdefault(messages.get("sessions.route"), {})[one.id] = [route]
    for piece in inside:
        if piece.answered.session_id is not None:
            told = facts.setdefault(piece.item.ask, {}).setdefault(piece.answered.session_id, [])
            told.append(piece.words(messages))
    return facts


def _table(shown: Sequence[Session], facts: dict[str, dict[SessionId, list[str]]], selection: Selection) -> Table:
    messages, days = selection.messages, selection.material.days_of_sessions()
    heads = [day_words(days[one.id], messages) for one in shown]
    columns = [[_cell(told.get(one.id, [])) for one in shown] for told in facts.values()]
    what = messages.get("sessions.what")
    if facts and len(shown) <= SIDE_BY_SIDE:
        return Table((what, *heads), tuple((ask, *cells) for ask, cells in zip(facts, columns, strict=True)))
    return Table((what, *facts), tuple(zip(heads, *columns, strict=True)))


def _cell(told: Sequence[str]) -> str:
    return "\n".join(told)


def _is_short(words: str) -> bool:
    return len(words) <= SHORT and "\n" not in words.strip()
