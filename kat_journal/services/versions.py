"""Earlier words of a page: read question by question, and brought back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kat_journal.domain.clock import Clock
from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.response import Answer, Response
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.versions import Version, Versions


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words that stood here before.

    Attributes:
        id: What brings them back.
        words: Text, and note if there was one.
        written_at: When they were last the present ones, in UTC.
    """

    id: int
    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class QuestionVersions:
    """One question with its earlier words, the newest first; none where they are all the present ones again.

    Attributes:
        ask: The question as it was asked; empty where the form does not know it.
        present: The words that stand there now; may be empty.
    """

    item_id: ItemId
    ask: str
    present: str
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A page with the questions whose words have changed, in the order in which they are asked."""

    uid: Uid
    title: str
    day: date
    questions: tuple[QuestionVersions, ...]


class VersionService:
    """Reads earlier words, and brings them back without losing the present ones."""

    def __init__(
        self,
        versions: Versions,
        responses: Responses,
        snapshots: Snapshots,
        clock: Clock,
        write_what_is_held: Callable[[], object],
    ) -> None:
        self._versions = versions
        self._responses = responses
        self._snapshots = snapshots
        self._clock = clock
        self._write_what_is_held = write_what_is_held

    def has_any(self, uid: Uid) -> bool:
        """Whether there is anything to look back on."""
        return self._versions.any_of(uid)

    def versions(self, uid: Uid) -> History | None:
        """The earlier words of a response; None where there is no such response, or it is in the bin.

        Words that are the present ones again are not listed.
        """
        response = self._responses.response(uid)
        if response is None or response.trashed_at is not None:
            return None
        form = self._snapshots.form(response.form_digest)
        questions = _questions(form, response, self._versions.of_response(uid))
        return History(uid, form.title, response.day, tuple(questions))

    def bring_back(self, uid: Uid, version_id: int) -> int | None:
        """Make earlier words the present ones. What stood there becomes an earlier text: gives its id, if any.

        What the disk refused before is tried first, so that it cannot land on top of the words that come back.

        Raises:
            KeyError: There is no such version of that response, or the response is in the bin.
        """
        self._write_what_is_held()
        return self._versions.put_back(uid, version_id, self._clock.now())


def _questions(form: Form, response: Response, versions: Iterable[Version]) -> Iterator[QuestionVersions]:
    found: dict[ItemId, list[Version]] = {}
    for version in versions:
        found.setdefault(version.item_id, []).append(version)
    asked = {item.id: item.ask for item in form.questions()}
    for item_id in (*asked, *(found.keys() - asked.keys())):
        answer = response.answers.get(item_id, Answer(item_id))
        present = _words(answer.text, answer.note)
        kept = found.get(item_id, ())
        if kept:
            earlier = tuple(_earlier(one) for one in kept if _words(one.text, one.note) != present)
            yield QuestionVersions(item_id, asked.get(item_id, ""), present, earlier)


def _earlier(version: Version) -> Earlier:
    return Earlier(version.id, _words(version.text, version.note), version.written_at)


def _words(text: str, note: str) -> str:
    return "\n".join(part for part in (text, note) if part)
