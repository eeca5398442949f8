"""The tick list: everything that could leave, and what starts ticked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kat_journal.domain.composing.bother import effect_words
from kat_journal.domain.composing.pieces import Piece, effects, is_guarded_score, pieces, scores
from kat_journal.domain.composing.sessions import routes
from kat_journal.domain.composing.words import day_in_words, day_words, score_words
from kat_journal.domain.form import Section
from kat_journal.domain.ids import SessionId
from kat_journal.domain.material import (
    Answered,
    Material,
    effects_key,
    practice_key,
    question_key,
    score_key,
    session_key,
)
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import ShareMark

_Rank = tuple[int, date, int]
_Ranked = tuple[_Rank, "Candidate"]

_FIRST = (Section.FIRST_LOOK, Section.TEN_MINUTES, Section.SINCE, Section.QUESTIONS)
_LAST = (Section.TRIED, Section.DIFFERENT)
_NUMBERS, _SESSIONS, _BETWEEN = len(_FIRST), len(_FIRST) + 1, len(_FIRST) + 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of the tick list.

    Attributes:
        key: Stable, so that a tick can be found again.
        section: Where it would stand in the summary.
        group: Heading above it in the list.
        label: Its question, or what it is.
        words: What would leave.
        guarded: Never starts ticked.
        ticked: Whether it starts ticked.
        session_id: The session that it is about.
        day: The day that it belongs to.
        memory: Name of its group of numbers, remembered after an export; empty for everything a person wrote.
        shared_on: The day on which it last left; None for what never did.
        is_new: It never left, and was written after the last summary was made.
        is_changed: It left, and was written again after that.
    """

    key: str
    section: Section
    group: str
    label: str
    words: str
    guarded: bool = False
    ticked: bool = False
    session_id: SessionId | None = None
    day: date | None = None
    memory: str = ""
    shared_on: date | None = None
    is_new: bool = False
    is_changed: bool = False

    @property
    def can_be_first(self) -> bool:
        """Whether the person may put it under "please look at first": their own words that do not stand there yet."""
        return self.section is not Section.FIRST_LOOK and self.key.startswith(("answer:", "question:"))


def candidates(material: Material, messages: Messages) -> tuple[Candidate, ...]:
    """Everything that could leave: what comes first in the summary, then numbers, then session by session.

    An answer starts ticked when it is marked for sharing, a group of numbers when it was ticked last time, and
    something guarded never. Numbers also start ticked when the person lets all of them start as shared.
    """
    days = material.days_of_sessions()
    ranked = [
        *(_of_piece(piece, days, messages) for piece in pieces(material)),
        *_of_effects(material, messages),
        *_of_scores(material, messages),
        *_of_sessions(material, messages),
        *_of_carried(material, messages),
    ]
    return tuple(
        replace(one, ticked=(one.ticked or one.memory in material.remembered) and not one.guarded)
        for _, one in sorted(ranked, key=lambda pair: pair[0])
    )


def remembered_groups(offered: Iterable[Candidate], chosen: frozenset[str]) -> frozenset[str]:
    """The groups of numbers to start ticked next time; never an answer, never something guarded."""
    return frozenset(one.memory for one in offered if one.memory and not one.guarded and one.key in chosen)


def _of_piece(piece: Piece, days: Mapping[SessionId, date], messages: Messages) -> _Ranked:
    rank, group = _place(piece, days, messages)
    label = piece.item.name if piece.section is Section.NUMBERS else piece.item.ask
    if piece.is_note_alone:
        label = messages.get("candidate.note", ask=label)
    return rank, Candidate(
        key=piece.key,
        section=piece.section,
        group=group,
        label=label,
        words=piece.words(messages),
        guarded=piece.item.guarded,
        ticked=_starts_ticked(piece),
        session_id=piece.answered.session_id,
        day=piece.answered.day,
    )


def _starts_ticked(piece: Piece) -> bool:
    """Whether an answer is marked for sharing.

    The mark of an unwanted effect or of a score's row may come from a setting, and speaks of the numbers: a note beside
    it, and a single row of a score, are ticked by hand or not at all.
    """
    in_score = any(piece.item.id in rule.items for rule in piece.answered.form.scores)
    return piece.answer.share is ShareMark.SHARE and not piece.is_note_alone and not in_score


def _place(piece: Piece, days: Mapping[SessionId, date], messages: Messages) -> tuple[_Rank, str]:
    """Where an answer stands in the list: with its session, unless it is a number or belongs to none."""
    session_id, day, section = piece.answered.session_id, piece.answered.day, piece.section
    if section is Section.NUMBERS:
        return (_NUMBERS, day, 0), messages.get("group.numbers")
    if session_id is not None:
        day = days.get(session_id, day)
        return (_SESSIONS, day, session_id), messages.get("group.session", day=day_in_words(day, messages))
    if section in _FIRST:
        return (_FIRST.index(section), day, 0), messages.get(f"section.{section}")
    if section in _LAST:
        return (_BETWEEN + 1 + _LAST.index(section), day, 0), messages.get(f"section.{section}")
    return (_BETWEEN, day, 0), messages.get("group.between")


def _of_effects(material: Material, messages: Messages) -> Iterator[_Ranked]:
    for answered in material.answered:
        rows = effects(answered)
        if rows:
            day = answered.day
            told = ((item.name, effect_words([(day, answer)], day, messages)) for item, answer in rows)
            words = "; ".join(messages.get("candidate.effect", ask=name, value=value) for name, value in told)
            key, memory = effects_key(answered.response.uid), f"effects:{answered.form.id}"
            shared = all(answer.share is ShareMark.SHARE for _, answer in rows)
            one = _number(Section.EFFECTS, key, answered, answered.form.title, words, messages)
            yield _rank_of_numbers(answered), replace(one, memory=memory, ticked=shared)


def _of_scores(material: Material, messages: Messages) -> Iterator[_Ranked]:
    for answered in (*material.earlier, *material.answered):
        for one in scores(answered):
            key, memory = score_key(answered.response.uid, one.rule.id), f"score:{answered.form.id}:{one.rule.id}"
            rows = [answer for item, answer in answered.response.answers.items() if item in one.rule.items]
            candidate = _number(Section.NUMBERS, key, answered, one.rule.title, score_words(one, messages), messages)
            yield (
                _rank_of_numbers(answered),
                replace(
                    candidate,
                    memory=memory,
                    guarded=is_guarded_score(answered, one),
                    ticked=all(answer.share is ShareMark.SHARE for answer in rows),
                ),
            )


def _rank_of_numbers(answered: Answered) -> _Rank:
    return _NUMBERS, answered.day, 0


def _number(section: Section, key: str, answered: Answered, title: str, words: str, messages: Messages) -> Candidate:
    return Candidate(
        key=key,
        section=section,
        group=messages.get("group.numbers"),
        label=messages.get("candidate.on-day", title=title, day=day_words(answered.day, messages)),
        words=words,
        session_id=answered.session_id,
        day=answered.day,
    )


def _of_sessions(material: Material, messages: Messages) -> Iterator[_Ranked]:
    days, given = material.days_of_sessions(), routes(material, messages)
    for one in material.held_in_period():
        day, route = days[one.id], given.get(one.id)
        date_words = day_words(day, messages)
        yield (
            (_SESSIONS, day, one.id),
            Candidate(
                key=session_key(one.uid),
                section=Section.SESSIONS,
                group=messages.get("group.session", day=day_in_words(day, messages)),
                label=messages.get("candidate.session"),
                words=f"{date_words}, {route}" if route else date_words,
                session_id=one.id,
                day=day,
                memory="session",
            ),
        )


def _of_carried(material: Material, messages: Messages) -> Iterator[_Ranked]:
    for question in material.questions:
        group = messages.get(f"section.{Section.QUESTIONS}")
        label, key = messages.get("candidate.question"), question_key(question.uid)
        rank = (_FIRST.index(Section.QUESTIONS), date.min, 0)
        yield rank, Candidate(key, Section.QUESTIONS, group, label, question.words, ticked=question.share)
    for practice in material.practices:
        group = messages.get(f"section.{Section.TRIED}")
        label, key = messages.get("candidate.practice"), practice_key(practice.uid)
        rank = (_BETWEEN + 1 + _LAST.index(Section.TRIED), date.min, 0)
        yield rank, Candidate(key, Section.TRIED, group, label, practice.words)
