"""Advice cards that an answer called up: saved with it, open until they are closed."""

from datetime import datetime

from kat_journal.domain.flags import Raised
from kat_journal.domain.ids import AdviceId, ItemId, Uid
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import utc_text


class Cards:
    """The part of :class:`~kat_journal.storage.responses.Responses` that keeps cards."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def show_card(self, uid: Uid, item_id: ItemId, advice_id: AdviceId, now: datetime) -> None:
        """Note that a card is shown; one that was closed before is open again."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO advice_card (response_id, item_id, advice_id, shown_at)"
                " SELECT id, ?, ?, ? FROM response WHERE uid = ?"
                " ON CONFLICT (response_id, item_id, advice_id) DO UPDATE"
                " SET shown_at = excluded.shown_at, closed_at = NULL",
                (item_id, advice_id, utc_text(now), uid),
            )

    def close_card(self, uid: Uid, item_id: ItemId, advice_id: AdviceId, now: datetime) -> None:
        """Note that the person has closed it."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE advice_card SET closed_at = ? WHERE item_id = ? AND advice_id = ?"
                " AND response_id = (SELECT id FROM response WHERE uid = ?)",
                (utc_text(now), item_id, advice_id, uid),
            )

    def open_cards(self, uid: Uid) -> tuple[Raised, ...]:
        """The cards of a response that were not closed, in the order in which they first came up."""
        rows = self._connection.rows(
            "SELECT item_id, advice_id FROM advice_card JOIN response ON response.id = advice_card.response_id"
            " WHERE response.uid = ? AND closed_at IS NULL ORDER BY advice_card.id",
            (uid,),
        )
        return tuple(Raised(ItemId(row["item_id"]), AdviceId(row["advice_id"])) for row in rows)

    def shown_on(self, day_start: datetime, day_end: datetime) -> frozenset[AdviceId]:
        """The advice that was shown from the first instant up to the second."""
        rows = self._connection.rows(
            "SELECT DISTINCT advice_id FROM advice_card WHERE shown_at >= ? AND shown_at < ?",
            (utc_text(day_start), utc_text(day_end)),
        )
        return frozenset(AdviceId(row["advice_id"]) for row in rows)
