"""What stands on the papers that can be printed: the plan for hard hours, and the card for the person beside one."""

from dataclasses import dataclass
from typing import Final

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import FormId, ItemId, SessionId
from kat_journal.domain.response import Response
from kat_journal.services.support import SupportService
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots

PLAN: Final = FormId("core:plan-for-hard-hours")
INTENTION: Final = FormId("core:intention")
BESIDE_ME: Final = ItemId("beside-you")


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of the plan that has words."""

    item_id: ItemId
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class ToRing:
    """A number, and whose it is."""

    name: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """The numbers of a paper.

    Attributes:
        emergency: The country's number with its remark; empty where no country was chosen.
        people: The person's own people.
        clinic: Their clinic, as often as it is on Support.
        lines: Lines of the country that listen.
    """

    emergency: str
    people: tuple[ToRing, ...]
    clinic: tuple[ToRing, ...]
    lines: tuple[ToRing, ...]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The plan for hard hours."""

    parts: tuple[PlanPart, ...]
    numbers: Lines


@dataclass(frozen=True, slots=True)
class SitterPart:
    """One part of the card for the person beside one."""

    id: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SitterWords:
    """The card for the person beside one.

    Attributes:
        beside_me: What the person wrote about what others should do, and not do; printed only where they say so.
    """

    title: str
    about: str
    parts: tuple[SitterPart, ...]
    numbers: Lines
    beside_me: str


class PaperService:
    """Gathers the words of each paper, and nothing else of the journal."""

    def __init__(self, responses: Responses, snapshots: Snapshots, support: SupportService) -> None:
        self._responses = responses
        self._snapshots = snapshots
        self._support = support

    def plan(self) -> PlanWords:
        """The newest plan, without the parts that are empty."""
        written = self._responses.of_form(PLAN)
        return PlanWords(self._parts(written[-1]) if written else (), self._numbers())

    def sitter(self, session_id: SessionId | None = None) -> SitterWords:
        """The card; with the words of that session's preparation, or of the newest one."""
        card = self._support.support.sitter_card
        parts = tuple(
            SitterPart(part.id, self._support.fill(part.title), tuple(map(self._support.fill, part.lines)))
            for part in card.parts
        )
        return SitterWords(card.title, card.about, parts, self._numbers(), self._beside_me(session_id))

    def _parts(self, plan: Response) -> tuple[PlanPart, ...]:
        form = self._snapshots.form(plan.form_digest)
        given = ((item, plan.answers.get(item.id)) for item in form.questions())
        return tuple(PlanPart(item.id, item.ask, one.text) for item, one in given if one and (one.text or "").strip())

    def _beside_me(self, session_id: SessionId | None) -> str:
        """Their words for that session; for none in particular, the newest."""
        written = self._responses.of_form(INTENTION)
        own = [one for one in written if session_id is None or one.session_id == session_id]
        texts = [one.answers[BESIDE_ME].text for one in own if BESIDE_ME in one.answers]
        return next((text for text in reversed(texts) if text and text.strip()), "")

    def _numbers(self) -> Lines:
        contacts, country = self._support.contacts(), self._support.country()
        emergency = ""
        if country is not None:
            emergency = f"{country.emergency} ({country.note})" if country.note else country.emergency
        lines = country.lines if country is not None else ()
        return Lines(
            emergency,
            _of_kind(contacts, ContactKind.PERSON),
            _of_kind(contacts, ContactKind.CLINIC),
            tuple(ToRing(line.name, tuple(way for way in (line.number, line.text) if way)) for line in lines),
        )


def _of_kind(contacts: tuple[Contact, ...], kind: ContactKind) -> tuple[ToRing, ...]:
    return tuple(ToRing(one.name, (one.number,)) for one in contacts if one.kind is kind)
