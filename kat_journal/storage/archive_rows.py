"""The rows of an archive, one type a table: what each may hold is said here, and anything else is refused."""

from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta

from kat_journal.domain.contact import ContactKind
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.practice import LaterState
from kat_journal.domain.response import ShareMark
from kat_journal.storage.connection import Value
from kat_journal.storage.values import utc_text

YEARS: Final = range(1000, 9000)
"""Room on both sides, so that no zone and no number of days leads out of the calendar."""

Id = Annotated[int, Meta(ge=1, le=2**53)]
Uid = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Name = Annotated[str, Meta(pattern=r"\A[!-~]{1,200}\Z")]
"""A name that the program gave: of a form, an item, a pack."""
Number = Annotated[float, Meta(ge=-1e15, le=1e15)]
Instant = Annotated[datetime, Meta(tz=True)]
YesNo = Literal[0, 1]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every row keeps to: dates that can be reckoned with, and zones that there are."""

    def __post_init__(self) -> None:
        """Refuse a year or a zone that is none."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, date) and value.year not in YEARS:
                raise ValueError(name)
            if name == "zone" and not _is_zone(value):
                raise ValueError(name)

    def values(self) -> dict[str, Value]:
        """What stands in the columns of the table."""
        return {name: _stored(getattr(self, name)) for name in self.__struct_fields__}


class Course(Row, frozen=True):
    """A course."""

    id: Id
    uid: Uid
    name: str
    clinic: str
    route: str
    planned_sessions: Id | None


class Session(Row, frozen=True):
    """A session; its course comes before it."""

    id: Id
    uid: Uid
    course_id: Id | None
    status: SessionStatus
    scheduled_at: Instant | None
    started_at: Instant | None
    ended_at: Instant | None
    zone: str
    route: str


class Appointment(Row, frozen=True):
    """An appointment."""

    id: Id
    uid: Uid
    at: Instant
    zone: str
    who: str


class FormSnapshot(Row, frozen=True):
    """A form as it was asked; :mod:`kat_journal.storage.archive_forms` looks into it."""

    digest: Sha256
    json: str


class Response(Row, frozen=True):
    """A filling-in of a form; what is in the bin too."""

    id: Id
    uid: Uid
    form_id: Name
    form_digest: Sha256
    occurrence: Name | None
    session_id: Id | None
    appointment_id: Id | None
    day: date
    started_at: Instant
    zone: str
    finished_at: Instant | None
    trashed_at: Instant | None


class Answer(Row, frozen=True):
    """An answer."""

    id: Id
    response_id: Id
    item_id: Name
    number: Number | None
    text: str
    detail: str | None
    note: str
    skipped: YesNo
    share: ShareMark
    updated_at: Instant

    def __post_init__(self) -> None:
        """See :class:`Row`; and the detail is what the program writes there."""
        super().__post_init__()
        if self.detail is not None:
            msgspec.json.decode(self.detail, type=Detail)


class Detail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside an answer as JSON."""

    options: list[Name] = []
    started: Literal["", "just-after", "later-that-day", "next-day", "later"] = ""
    gone: Literal["", "yes", "partly", "no", "unknown"] = ""


class AnswerVersion(Row, frozen=True):
    """Earlier words of an answer."""

    id: Id
    response_id: Id
    item_id: Name
    text: str
    note: str
    written_at: Instant


class AdviceCard(Row, frozen=True):
    """A card that an answer called up."""

    id: Id
    response_id: Id
    item_id: Name
    advice_id: Name
    shown_at: Instant
    closed_at: Instant | None


class Practice(Row, frozen=True):
    """A small step."""

    id: Id
    uid: Uid
    words: str
    created_at: Instant
    ended: YesNo


class PracticeDay(Row, frozen=True):
    """A day on which a small step was done."""

    practice_id: Id
    day: date


class Later(Row, frozen=True):
    """Something that was put aside for a while."""

    id: Id
    uid: Uid
    words: str
    created_at: Instant
    returns_on: date
    state: LaterState
    session_id: Id | None


class Question(Row, frozen=True):
    """Something to ask."""

    id: Id
    uid: Uid
    words: str
    created_at: Instant
    share: YesNo
    asked: YesNo


class Replacement(Row, frozen=True):
    """A name that leaves as something else."""

    id: Id
    uid: Uid
    name: str
    initials: str


class ShareRecord(Row, frozen=True):
    """Without ``file``: where a summary was saved is a place on this computer, and none on another one."""

    id: Id
    uid: Uid
    made_at: Instant
    format: Name
    sha256: Sha256
    starts: date
    ends: date
    keys: str

    def __post_init__(self) -> None:
        """See :class:`Row`; and the keys are a list of texts."""
        super().__post_init__()
        msgspec.json.decode(self.keys, type=list[str])


class SupportContact(Row, frozen=True):
    """Somebody to ring."""

    id: Id
    uid: Uid
    kind: ContactKind
    name: str
    number: str


class Pack(Row, frozen=True):
    """A pack that was added, as texts."""

    id: Name
    version: Name
    files: str
    installed_at: Instant

    def __post_init__(self) -> None:
        """See :class:`Row`; and the files are texts by their paths."""
        super().__post_init__()
        msgspec.json.decode(self.files, type=dict[str, str])


class Setting(Row, frozen=True):
    """A choice that is the person's own, and not of one computer."""

    key: Annotated[str, Meta(min_length=1, max_length=500)]
    value: str


class Numbering(Row, frozen=True):
    """The highest id that a table has given, be its row gone or not: it is given to no other row."""

    name: Literal["course", "session", "appointment", "response"]
    seq: Annotated[int, Meta(ge=0, le=2**53)]


@lru_cache(maxsize=256)
def _is_zone(name: str) -> bool:
    """Whether there is a zone of that IANA name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _stored(value: object) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return utc_text(value)
    assert isinstance(value, date)  # noqa: S101 - for the types alone
    return value.isoformat()
