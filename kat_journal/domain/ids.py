"""Names for the identifiers, so that no two kinds are mixed up."""

from collections.abc import Callable
from typing import NewType
from uuid import uuid4

CourseId = NewType("CourseId", int)
SessionId = NewType("SessionId", int)
AppointmentId = NewType("AppointmentId", int)
ResponseId = NewType("ResponseId", int)

FormId = NewType("FormId", str)
"""Qualified: ``pack:form``, such as ``core:check-in.next-day``."""

ItemId = NewType("ItemId", str)
AdviceId = NewType("AdviceId", str)
FormDigest = NewType("FormDigest", str)
"""SHA-256 of a form's canonical JSON, in hexadecimal."""

Uid = NewType("Uid", str)
"""UUID4 in text: what restore, import and conflict copies match rows by."""

NewUid = Callable[[], Uid]
"""Makes the uid of a new row; the demo has its own, so that it gives the same rows every time."""

Occurrence = NewType("Occurrence", str)
"""Which asking of a form a response answers, such as ``session:12`` or ``course:3#2026-12``."""


def new_uid() -> Uid:
    """A uid that no other row has, here or anywhere."""
    return Uid(str(uuid4()))
