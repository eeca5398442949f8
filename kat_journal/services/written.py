"""Everything a person has written, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kat_journal.domain.form import Form, ItemType, Kind
from kat_journal.domain.ids import FormId, ResponseId, SessionId, Uid
from kat_journal.domain.response import Response, ShareMark, answer_words, is_done, words_of
from kat_journal.domain.seeking import EVERYWHERE, Within
from kat_journal.services.courses import CourseService, session_numbers
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Hit, Search
from kat_journal.storage.snapshots import Snapshots

FIRST_WORDS = 160
"""Characters of a person's words that a list shows."""

MOST_HITS = 300
"""Places that a search reads; more than anybody looks through, and few enough to be there at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """One row of the list.

    Attributes:
        title: The form's title as it was then.
        session_number: Which session it belongs to, if any.
        words: The person's first words in it; empty where only rows were ticked.
        finished: Whether it is done; it can be opened and changed all the same.
        shared: Whether any answer of it is marked "May share".
        marks: Where in ``words`` stands what was looked for: first character, and the one after the last.
    """

    id: ResponseId
    uid: Uid
    form_id: FormId
    kind: Kind
    title: str
    day: date
    session_number: int | None
    words: str
    finished: bool
    shared: bool
    marks: tuple[tuple[int, int], ...] = ()


class WrittenService:
    """Lists what was written."""

    def __init__(self, responses: Responses, snapshots: Snapshots, courses: CourseService, search: Search) -> None:
        self._responses = responses
        self._search = search
        self._snapshots = snapshots
        self._courses = courses

    def newest(
        self, limit: int = 200, before: ResponseId | None = None, within: Within = EVERYWHERE
    ) -> tuple[Written, ...]:
        """The newest rows, or those before a row that was listed already."""
        return self._rows(self._responses.newest(limit, before, within))

    def find(self, words: str, within: Within = EVERYWHERE, limit: int = MOST_HITS) -> tuple[Written, ...]:
        """The rows that hold all these words, each taken as the beginning of a word; the newest words first.

        Each row shows the words around the first place. At most ``limit`` places are read.
        """
        hits: dict[Uid, Hit] = {}
        for hit in self._search.find(words, limit, within):
            hits.setdefault(hit.response_uid, hit)
        found = filter(None, map(self._responses.response, hits))
        return tuple(_with(row, hits[row.uid]) for row in self._rows(found))

    def days(self) -> frozenset[date]:
        """The days on which something was written."""
        return self._responses.days()

    def last_words(self, kinds: frozenset[Kind]) -> Written | None:
        """The newest row of these kinds that holds words of the person."""
        rows = (row for row in self.newest(limit=40) if row.kind in kinds and row.words)
        return next(rows, None)

    def _rows(self, responses: Iterable[Response]) -> tuple[Written, ...]:
        numbers = session_numbers(self._courses.sessions())
        return tuple(self._row(response, numbers) for response in responses)

    def _row(self, response: Response, numbers: Mapping[SessionId, int]) -> Written:
        form = self._snapshots.form(response.form_digest)
        return Written(
            id=response.id,
            uid=response.uid,
            form_id=response.form_id,
            kind=form.kind,
            title=form.title,
            day=response.day,
            session_number=numbers.get(response.session_id) if response.session_id is not None else None,
            words=first_words(form, response),
            finished=is_done(form, response.answers, response.finished_at is not None),
            shared=any(answer.share is ShareMark.SHARE for answer in response.answers.values()),
        )


def _with(row: Written, hit: Hit) -> Written:
    """The row with the words around what was found. Line breaks become spaces: as long, so the marks hold."""
    words = "".join(" " if letter.isspace() else letter for letter in hit.snippet)
    return replace(row, words=words, marks=hit.marks)


def first_words(form: Form, response: Response) -> str:
    """The first words that the person typed into a form, on one line; never those of a guarded item."""
    for item in form.questions():
        answer = response.answers.get(item.id)
        if answer is None or item.guarded:
            continue
        words = words_of(answer) if item.type is ItemType.TEXT else answer.note
        if words.strip():
            return " ".join(words[: FIRST_WORDS * 2].split())[:FIRST_WORDS]
    return _first_choice(form, response)


def _first_choice(form: Form, response: Response) -> str:
    """The words of the first choice, for pages that hold taps alone; never of a guarded one."""
    for item in form.questions():
        answer = response.answers.get(item.id)
        if item.type is ItemType.CHOICE and not item.guarded and answer is not None and answer.options:
            return answer_words(item, answer)
    return ""
