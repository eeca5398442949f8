"""The copy that leaves: lines struck and names replaced in the person's words, for one summary only.

The edits are made on the material before it is composed, so every format shows them, also those for programs, and
nothing but a person's own words can be met by them: no date, heading, number or word of ours.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from kat_journal.domain.ids import ItemId
from kat_journal.domain.material import Answered, Material, answer_key, practice_key, question_key
from kat_journal.domain.replacing import Replacement, Seen, Span, look, replaced_text
from kat_journal.domain.response import Answer

APPOINTMENT = "appointment"
"""Key of the one with whom the appointment is; their name stands at the top."""

_BREAK = re.compile("(\r\n|[\r\n\v\f\x85\u2028\u2029])")


@dataclass(frozen=True, slots=True)
class LineRef:
    """One line of the person's words.

    Attributes:
        key: Of the answer, question or practice in the tick list.
        line: Counted from 0: the lines of its text, then those of its note.
    """

    key: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be struck, and what it says."""

    ref: LineRef
    words: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be other than in the journal.

    Attributes:
        struck: Lines of the very material that they are used with; whoever reads the journal again begins anew.
    """

    replacements: tuple[Replacement, ...] = ()
    struck: frozenset[LineRef] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """What one edit did.

    Attributes:
        key: Where, as in the tick list; :data:`APPOINTMENT` for the name at the top.
        line: The first of the lines that it touches, as in :class:`LineRef`.
        before: These lines as they stand in the journal.
        after: These lines as they leave; empty for one that was struck.
    """

    key: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The material of the copy, and everything that is other in it than in the journal.

    Attributes:
        longer: Words that hold a name and stay as they are, such as "Annas", by where they stand.
    """

    material: Material
    changes: tuple[Change, ...] = ()
    longer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changes_in(self, chosen: frozenset[str]) -> tuple[Change, ...]:
        """What is other in a summary of these keys."""
        return tuple(one for one in self.changes if one.key in chosen or one.key == APPOINTMENT)

    def longer_in(self, chosen: frozenset[str]) -> tuple[str, ...]:
        """The words that hold a name and stay in a summary of these keys, each once."""
        some = (words for key, words in self.longer.items() if key in chosen or key == APPOINTMENT)
        return tuple(dict.fromkeys(word for words in some for word in words))


class _Editor:
    """Goes through the words one by one and notes what it did."""

    def __init__(self, edits: Edits) -> None:
        self.changes: list[Change] = []
        self.longer: dict[str, tuple[str, ...]] = {}
        self._edits = edits
        self._struck_keys = {ref.key for ref in edits.struck}

    def words(self, key: str, words: str, first: int = 0) -> str:
        """The words as they leave; ``first`` is the number of their first line."""
        if key not in self._struck_keys:
            return self._named(key, words, range(first, first + len(words) + 1))
        lines = _lines(words)
        kept = [at for at in range(len(lines)) if LineRef(key, first + at) not in self._edits.struck]
        for at in sorted(set(range(len(lines))) - set(kept)):
            self.changes.append(Change(key, first + at, lines[at][0], ""))
        text = _joined([lines[at] for at in kept], ends_open=bool(kept) and kept[-1] != len(lines) - 1)
        return self._named(key, text, [first + at for at in kept])

    def _named(self, key: str, text: str, numbers: Sequence[int]) -> str:
        """The text with its names replaced; ``numbers`` are those of its lines."""
        seen = look(text, self._edits.replacements)
        self._note_longer(key, seen)
        if not seen.spans:
            return text
        lines = _lines(text)
        starts = [0, *accumulate(len(line) + len(end) for line, end in lines)][: len(lines)]
        for some, rows in _by_rows(seen.spans, starts):
            begin, stop = starts[rows[0]], starts[rows[-1]] + len(lines[rows[-1]][0])
            before = text[begin:stop]
            moved = [Span(one.start - begin, one.end - begin, one.instead) for one in some]
            self.changes.append(Change(key, numbers[rows[0]], before, replaced_text(before, moved)))
        return replaced_text(text, seen.spans)

    def _note_longer(self, key: str, seen: Seen) -> None:
        if seen.longer:
            self.longer[key] = (*self.longer.get(key, ()), *seen.longer)

    def answered(self, one: Answered) -> Answered:
        """A response as it leaves."""
        uid, answers = one.response.uid, one.response.answers
        edited = {item_id: self._answer(answer_key(uid, item_id), answer) for item_id, answer in answers.items()}
        return one if edited == answers else replace(one, response=replace(one.response, answers=edited))

    def _answer(self, key: str, answer: Answer) -> Answer:
        text = self.words(key, answer.text) if answer.text else ""
        note = self.words(key, answer.note, len(_lines(answer.text)) if answer.text else 0) if answer.note else ""
        return answer if (text, note) == (answer.text, answer.note) else replace(answer, text=text, note=note)


def edited(material: Material, edits: Edits) -> Edited:
    """The material as it leaves; what holds nothing any more is not in it. The journal's own is never touched."""
    if edits == Edits():
        return Edited(material)
    editor = _Editor(edits)
    practices = [(one, editor.words(practice_key(one.uid), one.words)) for one in material.practices]
    questions = [(one, editor.words(question_key(one.uid), one.words)) for one in material.questions]
    appointment = material.appointment
    if appointment is not None:
        appointment = replace(appointment, who=editor.words(APPOINTMENT, appointment.who))
    copied = replace(
        material,
        answered=tuple(map(editor.answered, material.answered)),
        earlier=tuple(map(editor.answered, material.earlier)),
        practices=tuple(replace(one, words=words) for one, words in practices if _is_left(words, one.words)),
        questions=tuple(replace(one, words=words) for one, words in questions if _is_left(words, one.words)),
        appointment=appointment,
    )
    return Edited(copied, tuple(editor.changes), editor.longer)


def lines(material: Material, chosen: frozenset[str]) -> tuple[Line, ...]:
    """The lines that can be struck of what is chosen; empty ones are passed over."""
    return tuple(line for key, words in _words(material) if key in chosen for line in _numbered(key, words))


def _words(material: Material) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in material.answered:
        answers: Mapping[ItemId, Answer] = one.response.answers
        for item_id, answer in answers.items():
            yield answer_key(one.response.uid, item_id), (answer.text, answer.note)
    yield from ((question_key(one.uid), (one.words,)) for one in material.questions)
    yield from ((practice_key(one.uid), (one.words,)) for one in material.practices)


def _numbered(key: str, words: Iterable[str]) -> Iterator[Line]:
    shown = [line for part in words if part for line, _ in _lines(part)]
    return (Line(LineRef(key, at), line) for at, line in enumerate(shown) if line.strip())


def _lines(words: str) -> list[tuple[str, str]]:
    """Each line with its break, as every format breaks them."""
    parts = [*_BREAK.split(words), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _joined(lines: Sequence[tuple[str, str]], *, ends_open: bool) -> str:
    """The lines as one text; the break of a line that has become the last goes."""
    text = "".join(line + end for line, end in lines)
    return text.removesuffix(lines[-1][1]) if ends_open else text


def _is_left(words: str, before: str) -> bool:
    return bool(words.strip()) or words == before


def _by_rows(found: Sequence[Span], starts: Sequence[int]) -> Iterator[tuple[list[Span], range]]:
    """The spans that share a line, with the lines that they touch."""
    some: list[Span] = []
    low = high = -1
    for span in found:
        first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
        if first > high:
            yield from _rows(some, low, high)
            some, low = [], first
        high = last
        some.append(span)
    yield from _rows(some, low, high)


def _rows(some: list[Span], low: int, high: int) -> Iterator[tuple[list[Span], range]]:
    if some:
        yield some, range(low, high + 1)
