"""What the tortured programs write: numbered words, so that every answer that is lost, old or torn shows."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID, uuid5

from kat_journal.content.library import load_library
from kat_journal.content.locate import resources_folder
from kat_journal.content.messages import load_messages
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer, Draft
from kat_journal.services.journal import OpenJournal
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.responses import Responses
from tests.helpers.clock import FixedClock

PASSPHRASE = "copper lantern quiet meadow"
OTHER = "window seven plum harbour"
FAST = KdfParameters(8192, 1, 1)
ITEM = ItemId("words")
SAVES_A_PAGE = 6
"""So many times the words of a page grow before the next page is begun."""
_PAGES = UUID("6f1e2d6c-39a6-4b7e-8d51-0d3b6c0a4f11")
_START = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


@cache
def library():
    return load_library(resources_folder())


@cache
def messages():
    return load_messages(resources_folder(), "en")


def opened(vault) -> OpenJournal:
    """Every service over that vault."""
    return OpenJournal(vault, library(), messages(), FixedClock(), lambda: "GB")


def text(number: int) -> str:
    """The words of the save of that number; long ones fill pages of their own."""
    return f"{number:06} " * (1 + number % SAVES_A_PAGE * (300 if number % 7 == 0 else 9)) + "end"


def page(number: int) -> Uid:
    """The page that the save of that number belongs to."""
    return Uid(str(uuid5(_PAGES, str(number // SAVES_A_PAGE))))


def draft(number: int) -> Draft:
    """A free page."""
    begun = _START + timedelta(minutes=number // SAVES_A_PAGE)
    return Draft(page(number), library().form(FormId("core:free-page")), date(2026, 11, 1), begun, "Europe/London")


def save(journal: OpenJournal, number: int) -> None:
    """Keep the words of that number, as the window does."""
    journal.responses.save(draft(number), Answer(ITEM, text=text(number)))


def missing(connection, said: int, first: int = 0) -> list[int]:
    """Saves from ``first`` up to ``said`` whose words are not what stands in the journal.

    The save after ``said`` was under way: its words may stand where those of ``said`` stood, whole.
    """
    kept = {one.uid: one.answers[ITEM].text for one in Responses(connection).newest(1_000_000) if ITEM in one.answers}
    wanted = {page(number): number for number in range(first, said + 1)}
    lost = [number for uid, number in wanted.items() if kept.get(uid) != text(number)]
    under_way = said + 1
    if lost == [said] and page(said) == page(under_way) and kept.get(page(said)) == text(under_way):
        return []
    return lost
