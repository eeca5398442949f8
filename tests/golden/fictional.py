"""A fictional person's four weeks: three sessions, check-ins, a questionnaire, pages and questions."""

from datetime import UTC, date, datetime, timedelta

from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.domain.ids import AppointmentId, FormDigest, ItemId, ResponseId, SessionId, Uid
from kat_journal.domain.material import Answered, Material, Period
from kat_journal.domain.practice import Practice, Question
from kat_journal.domain.response import Answer, Response, ShareMark
from tests.golden.fictional_forms import (
    APPOINTMENT,
    CHECK_IN,
    INTENTION,
    MEASURE,
    RECORD,
    REFLECTION,
)

TODAY = date(2026, 11, 23)
PERIOD = Period(date(2026, 10, 30), TODAY, "period.since-appointment")


def session(number, day, status=SessionStatus.HELD, route="nasal"):
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=14)
    held = status is SessionStatus.HELD
    return Session(
        SessionId(number), Uid(f"s{number}"), None, status, at, at if held else None, None, "Europe/London", route
    )


def answered(uid, asked, day, *answers, session_id=None):
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=18)
    response = Response(
        ResponseId(1),
        Uid(uid),
        asked.id,
        FormDigest("d"),
        None,
        None if session_id is None else SessionId(session_id),
        None,
        day,
        at,
        "Europe/London",
        answers={answer.item_id: answer for answer in answers},
    )
    return Answered(response, asked)


def said(name, text="", **more):
    return Answer(ItemId(name), text=text, **more)


SHARE = ShareMark.SHARE
S1, S2, S3 = date(2026, 11, 3), date(2026, 11, 6), date(2026, 11, 22)


def responses():
    return (
        answered(
            "i1",
            INTENTION,
            date(2026, 11, 2),
            said("intention", "Be kind to the tired part.", share=SHARE),
            session_id=1,
        ),
        answered(
            "m2",
            MEASURE,
            date(2026, 11, 2),
            said("one", number=2.0),
            said("two", number=3.0),
            said("three", number=1.0),
        ),
        answered(
            "r1",
            RECORD,
            S1,
            said("route", options=("nasal",), share=SHARE),
            said("how-it-was", number=3.0, share=SHARE),
            session_id=1,
        ),
        answered(
            "c1",
            CHECK_IN,
            date(2026, 11, 4),
            said("nausea", number=3.0, gone="yes", note="Until late in the evening."),
            said("headache", number=0.0),
            said("dizzy", number=0.0),
            session_id=1,
        ),
        answered(
            "c2",
            CHECK_IN,
            date(2026, 11, 7),
            said("nausea", number=1.0, gone="partly"),
            said("headache", skipped=True),
            said("dizzy", number=0.0),
            said("craving", number=2.0, note="Only for an hour."),
            session_id=2,
        ),
        answered("m3", MEASURE, date(2026, 11, 18), said("one", number=1.0), said("two", number=1.0)),
        answered(
            "r3",
            RECORD,
            S3,
            said("how-it-was", number=5.0, share=SHARE),
            said("clinic-words", "Drink enough.\nRing us if the headache stays.", share=SHARE),
            said("who", options=("therapist", "own"), note="Anna brought me home.", share=SHARE),
            said("different", "Softer light.", share=SHARE),
            session_id=3,
        ),
        answered(
            "c3",
            CHECK_IN,
            TODAY,
            said("nausea", number=2.0, gone="no"),
            said("headache", number=2.0),
            said("dizzy", number=0.0),
            said("home", number=1.0, note="Anna drove."),
            session_id=3,
        ),
        answered(
            "f3",
            REFLECTION,
            TODAY,
            said("came-up", "A coat on a hook.\n\n# Mine since 1994 *or so*\n- not a list\n", share=SHARE),
            said("other-ways", "SECRET other ways"),
            said("step", "Hang the coat up.", share=SHARE),
            said("feeling", options=("calm", "sad"), share=SHARE),
            session_id=3,
        ),
        answered(
            "a1",
            APPOINTMENT,
            TODAY,
            said("ten", "Why the coat. Whether to tell my sister.", share=SHARE),
            said("first", "The headache came back."),
            said("since", "Sertraline 50 mg since 10 November.", share=SHARE),
            said("ask", "Is it usual to feel flat on day 3?\nMay I take something for the headache?", share=SHARE),
            said("safe", options=("yes",)),
        ),
    )


def appointment(day, who="Nadia"):
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=15)
    return Appointment(AppointmentId(1), Uid("t1"), at, "Europe/London", who)


def material(**changes):
    values = {
        "period": PERIOD,
        "made_on": TODAY,
        "answered": responses(),
        "earlier": (
            answered(
                "m0",
                MEASURE,
                date(2026, 9, 1),
                said("one", number=3.0),
                said("two", number=3.0),
                said("three", number=2.0),
            ),
            answered(
                "m1",
                MEASURE,
                date(2026, 10, 1),
                said("one", number=3.0),
                said("two", number=3.0),
                said("three", number=1.0),
            ),
        ),
        "sessions": (
            session(1, S1),
            session(2, S2),
            session(3, S3),
            session(4, date(2026, 11, 26), SessionStatus.PLANNED),
            session(5, date(2026, 11, 10), SessionStatus.CANCELLED),
        ),
        "practices": (
            Practice(Uid("p1"), "Ten minutes at the window.", datetime(2026, 11, 5, tzinfo=UTC), date(2026, 11, 20)),
            Practice(Uid("p2"), "Ring my sister.", datetime(2026, 11, 6, tzinfo=UTC)),
        ),
        "questions": (Question(Uid("q1"), "How many more sessions?", datetime(2026, 11, 6, tzinfo=UTC), share=True),),
        "name": "Jo  Marie Muster",
        "appointment": appointment(date(2026, 11, 27)),
    }
    return Material(**(values | changes))


CHOSEN_BY_HAND = frozenset(
    {
        *(
            "score:m0:total",
            "score:m1:total",
            "score:m2:total",
            "score:m3:total",
            "effects:c1",
            "effects:c2",
            "effects:c3",
        ),
        *(
            "session:s1",
            "session:s2",
            "session:s3",
            "practice:p1",
            "practice:p2",
            "answer:a1:first",
            "answer:c1:nausea",
        ),
    }
)
"""What this person ticks in addition to what is marked for sharing."""
