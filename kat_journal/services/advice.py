"""The advice cards that answers call for: which to show at once, which at the end, and which are still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, local_day, zone_of
from kat_journal.domain.flags import Advice, Level, Raised, raised
from kat_journal.domain.form import Form
from kat_journal.domain.ids import AdviceId, ItemId, Uid
from kat_journal.domain.response import Response
from kat_journal.services.support import SupportService
from kat_journal.storage.responses import Responses


@dataclass(frozen=True, slots=True)
class Card:
    """An advice card as it is shown.

    Attributes:
        text: The advice with the person's numbers filled in.
    """

    item: ItemId
    advice: Advice
    text: str


class AdviceCards:
    """Shows emergency cards at once and keeps them until they are closed; the others once a day, at the end."""

    def __init__(self, responses: Responses, library: Library, support: SupportService, clock: Clock) -> None:
        self._responses = responses
        self._library = library
        self._support = support
        self._clock = clock

    def at_once(self, form: Form, stored: Response, item_id: ItemId) -> tuple[Card, ...]:
        """The emergency cards that the answer to this item calls for; they are kept with it."""
        flags = [flag for flag in raised(form, stored.answers) if flag.item == item_id]
        cards = [card for card in self._cards(flags) if card.advice.level is Level.EMERGENCY]
        self.note_shown(stored.uid, cards)
        return tuple(cards)

    def at_the_end(self, form: Form, stored: Response) -> tuple[Card, ...]:
        """The other cards that the answers call for, each at most once a day; say so with :meth:`note_shown`."""
        shown = self._responses.shown_on(*_day_bounds(self._clock.now(), self._clock.zone()))
        cards: dict[AdviceId, Card] = {}
        for card in self._cards(raised(form, stored.answers)):
            if card.advice.level is not Level.EMERGENCY and card.advice.id not in shown:
                cards.setdefault(card.advice.id, card)
        return tuple(cards.values())

    def still_open(self, uid: Uid) -> tuple[Card, ...]:
        """The emergency cards of a response that were not closed."""
        return tuple(
            card for card in self._cards(self._responses.open_cards(uid)) if card.advice.level is Level.EMERGENCY
        )

    def close(self, uid: Uid, item_id: ItemId, advice_id: AdviceId) -> None:
        """Close a card; it opens again only when the answer is given anew."""
        self._responses.close_card(uid, item_id, advice_id, self._clock.now())

    def note_shown(self, uid: Uid, cards: Iterable[Card]) -> None:
        """Remember that these cards were before the person's eyes."""
        for card in cards:
            self._responses.show_card(uid, card.item, card.advice.id, self._clock.now())

    def _cards(self, flags: Iterable[Raised]) -> list[Card]:
        """The cards of these flags; an old form may name advice that its pack no longer has."""
        found = [(flag.item, self._library.find_advice(flag.advice)) for flag in flags]
        return [Card(item, advice, self._support.fill(advice.text)) for item, advice in found if advice is not None]


def _day_bounds(now: datetime, zone: str) -> tuple[datetime, datetime]:
    """Start of this local day and of the next, in UTC."""
    day: date = local_day(now, zone)
    start = datetime.combine(day, time.min, zone_of(zone)).astimezone(now.tzinfo)
    after = datetime.combine(day + timedelta(days=1), time.min, zone_of(zone)).astimezone(now.tzinfo)
    return start, after
