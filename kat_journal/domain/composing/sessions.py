"""The sessions section: side by side up to four, then one row for each."""

from collections.abc import Sequence

from kat_journal.domain.composing.pieces import Piece
from kat_journal.domain.composing.selection import Selection, quotes
from kat_journal.domain.composing.words import day_words, row_words
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
    days = selection.days
    inside: list[tuple[SessionId, Piece]] = []
    below: list[Piece] = []
    for piece in selection.pieces(Section.INTENTION, Section.SESSIONS):
        session_id = piece.answered.session_id
        if session_id is not None and session_id in days and _is_short(piece.words(selection.messages)):
            inside.append((session_id, piece))
        else:
            below.append(piece)
    about = {session_id for session_id, _ in inside}
    shown = [
        one
        for one in selection.material.sessions
        if one.id in about or (one.id in days and session_key(one.uid) in selection.chosen)
    ]
    table = (_table(shown, _facts(shown, inside, selection), selection),) if shown else ()
    return (*table, *quotes(below, selection))


def routes(material: Material, messages: Messages) -> dict[SessionId, str]:
    """How the medicine was given, as each session itself tells it.

    A session with an answer about it is left out: then that answer's own tick decides whether it leaves.
    """
    told = {one.session_id for one in material.answered if ROUTE in one.response.answers}
    return {
        one.id: messages.find(f"route.{one.route}") or one.route
        for one in material.sessions
        if one.route and one.id not in told
    }


def _facts(
    shown: Sequence[Session], inside: Sequence[tuple[SessionId, Piece]], selection: Selection
) -> dict[str, dict[SessionId, list[str]]]:
    """What is told of each session, by question in the order met."""
    messages = selection.messages
    facts: dict[str, dict[SessionId, list[str]]] = {}
    given, label = routes(selection.material, messages), _route_label(selection.material, messages)
    for one in shown:
        if one.id in given and session_key(one.uid) in selection.chosen:
            facts.setdefault(label, {})[one.id] = [given[one.id]]
    for session_id, piece in inside:
        facts.setdefault(row_words(piece.item, messages), {}).setdefault(session_id, []).append(piece.words(messages))
    return facts


def _route_label(material: Material, messages: Messages) -> str:
    """The question of the record where there is one, so that both stand in one row."""
    names = (item.name for one in material.answered for item in one.form.questions() if item.id == ROUTE)
    return next(names, messages.get("sessions.route"))


def _table(shown: Sequence[Session], facts: dict[str, dict[SessionId, list[str]]], selection: Selection) -> Table:
    messages, days = selection.messages, selection.days
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
