"""Journals as anybody might have them: the fictional one with other words, other days and parts missing, as a copy."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from kat_journal.domain.composing import Choice, Heading, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.composing.sessions import ROUTE
from kat_journal.domain.edited import Edits, edited, lines
from kat_journal.domain.form import Condition, ItemType, Section
from kat_journal.domain.ids import ItemId
from kat_journal.domain.material import Material
from kat_journal.domain.replacing import Replacement
from kat_journal.domain.response import Answer
from tests.export.texts import TRICKY
from tests.golden import fictional as f
from tests.golden.fictional_forms import form, item

PARTNER, INSTEAD = "Xaverius", "insteadx"
"""A name in some texts, and what stands in the copy instead."""

_AROUND = st.sampled_from(["", " ", *(text for text in TRICKY if len(text) < 60)])
_MORE = form(
    "more",
    item("count", ItemType.NUMBER, "How often?", note=True),
    item("whether", ItemType.YES_NO, "Whether?", section=Section.SINCE, note=True),
    item("never", ItemType.TEXT, "Which?", ask_if=Condition(ItemId("whether"), at_least=1)),
    item("deep", ItemType.TEXT, "What nobody knows?", guarded=True),
    item("passed", ItemType.TEXT, "And this?", note=True),
)


@dataclass(frozen=True)
class Journal:
    """A journal's material, edited for a summary.

    Attributes:
        sentinels: Words that stand once in what a person wrote, with the key of what they stand in.
        named: Those beside which the partner was named.
        asked: A word of each question and option, with the keys that show it.
        hidden: Words of the journal that no summary tells, and the lines that were struck.
        who: The word in the name of the one with whom the appointment is.
        name: The word in the person's own name.
    """

    material: Material
    sentinels: dict[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    asked: dict[str, frozenset[str]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    who: str = "sentinelwhox"
    name: str = "sentinelnamex"


class _Writer:
    """Writes tricky texts with a word of its own in each line, and remembers which."""

    def __init__(self, draw):
        self.draw, self.sentinels, self.named, self.hidden = draw, {}, set(), []
        self._numbers = count()

    def text(self, key):
        return "\n".join(self._line(key) for _ in range(self.draw(st.sampled_from([1, 1, 2]))))

    def number(self, key):
        """A number that no other text holds, not even an id."""
        number = 7_000_000.25 + next(self._numbers)
        self.sentinels[str(number)] = key
        return number

    def word(self, key):
        word = f"sentinel{next(self._numbers)}x"
        self.sentinels[word] = key
        return word

    def _line(self, key):
        word = self.word(key)
        if self.draw(st.integers(0, 3)):
            return self.draw(_AROUND) + word + self.draw(_AROUND)
        self.named.add(word)
        return f"{self.draw(_AROUND)}{word} {PARTNER} {self.draw(_AROUND)}"

    def nowhere(self):
        self.hidden.append(f"hidden{len(self.hidden)}x")
        return self.hidden[-1]

    def answer(self, uid, answer):
        """The same answer in other words: what held some has new ones, and what had none stays."""
        key = f"answer:{uid}:{answer.item_id}"
        changed = {name: self.text(key) for name in ("text", "note") if getattr(answer, name)}
        return replace(answer, started=self.nowhere(), **changed)

    def response(self, one):
        uid = f"uid-{one.response.uid}"
        self.hidden.append(uid)
        answers = {name: self.answer(uid, answer) for name, answer in one.response.answers.items()}
        day = one.response.day - timedelta(days=self.draw(st.integers(0, 3)))
        return replace(one, response=replace(one.response, uid=uid, answers=answers, day=day))

    def more(self, number):
        """A page that is half answered: numbers, a note, a question that is asked no more, one passed over."""
        uid = f"uid-more{number}"
        key = f"answer:{uid}"
        answers = [
            Answer(ItemId("count"), self.number(f"{key}:count"), note=self.text(f"{key}:count")),
            Answer(ItemId("whether"), 0.0, note=self.text(f"{key}:whether")),
            Answer(ItemId("never"), text=self.nowhere()),
            Answer(ItemId("deep"), text=self.text(f"{key}:deep")),
            Answer(ItemId("passed"), skipped=True, note=self.text(f"{key}:passed")),
        ]
        kept = [one for one in answers if one.item_id in {"never", "whether"} or self.draw(st.booleans())]
        gone = {answer.item_id for answer in answers} - {answer.item_id for answer in kept}
        self.sentinels = {word: at for word, at in self.sentinels.items() if at not in {f"{key}:{one}" for one in gone}}
        self.hidden.append(uid)
        return f.answered(uid, _MORE, f.TODAY - timedelta(days=number), *kept)


def _reasked(answered):
    """Each question and option with a word of its own, and which keys show it."""
    words, forms, asked = count(), {}, {}
    for one in answered:
        items = tuple(_worded(row, words) for row in one.form.items) if one.form.id not in forms else ()
        forms.setdefault(one.form.id, replace(one.form, items=items))
    for one in answered:
        uid = one.response.uid
        for row in forms[one.form.id].items:
            answer = one.response.answers.get(row.id)
            keys = {f"answer:{uid}:{row.id}"} if answer else set()
            if answer and row.type is ItemType.SYMPTOM and not row.guarded:
                keys.add(f"effects:{uid}")
            if row.id == ROUTE:  # the row of the sessions' own routes has the record's name
                keys |= {f"session:s{number}" for number in range(1, 6)}
            asked.setdefault(row.ask, set()).update(keys)
            for option in row.options:
                shows = keys if answer and option.id in answer.options else set()
                asked.setdefault(option.text, set()).update(shows)
    again = tuple(replace(one, form=forms[one.form.id]) for one in answered)
    return again, {word: frozenset(keys) for word, keys in asked.items()}


def _worded(row, words):
    options = tuple(replace(option, text=f"asked{next(words)}x") for option in row.options)
    return replace(row, ask=f"asked{next(words)}x", label="", options=options)


@st.composite
def journals(draw):
    """Any part of the fictional journal with words of its own, edited: a name replaced, some lines struck."""
    writer = _Writer(draw)
    kept = [writer.response(one) for one in f.responses() if draw(st.booleans())]
    kept += [writer.more(number) for number in range(draw(st.integers(0, 2)))]
    answered, asked = _reasked(sorted(kept, key=lambda one: one.day))
    stuff = f.material(answered=answered, name=f"{draw(_AROUND)} {Journal.name} {draw(_AROUND)}")
    told = {one.session_id for one in answered if "route" in one.response.answers}
    sessions = tuple(
        replace(one, route=writer.word(f"session:{one.uid}")) if one.id not in told and draw(st.booleans()) else one
        for one in stuff.sessions
    )
    stuff = replace(
        stuff,
        sessions=sessions,
        practices=tuple(replace(one, words=writer.text(f"practice:{one.uid}")) for one in stuff.practices),
        questions=tuple(replace(one, words=writer.text(f"question:{one.uid}")) for one in stuff.questions),
        appointment=replace(stuff.appointment, who=f"{draw(_AROUND)} {Journal.who} {PARTNER} "),
    )
    every = lines(stuff, offered_keys(stuff))
    struck = draw(st.sets(st.sampled_from([line.ref for line in every]), max_size=3)) if every else set()
    lost = [word for line in every if line.ref in struck for word in writer.sentinels if word in line.words]
    copy = edited(stuff, Edits((Replacement(PARTNER, INSTEAD),), frozenset(struck)))
    sentinels = {word: key for word, key in writer.sentinels.items() if word not in lost}
    named = frozenset(writer.named) & set(sentinels)
    return Journal(copy.material, sentinels, named, asked, (*writer.hidden, *lost))


@dataclass(frozen=True)
class Drawn:
    """A choice among what a journal offers, and what must be seen of it."""

    journal: Journal
    chosen: frozenset[str]
    choice: Choice

    def summary(self, messages):
        return compose(self.journal.material, self.chosen, self.choice, messages)

    @property
    def there(self):
        """How often each word stands in the document, those that must not be there among them."""
        journal, everything = self.journal, self.choice.everything
        wanted = Counter({word: int(key in self.chosen) for word, key in journal.sentinels.items()})
        wanted.update(dict.fromkeys(journal.hidden, 0))
        wanted[journal.name] = int(self.choice.heading is Heading.NAME)
        wanted[journal.who] = int(not everything)
        wanted[INSTEAD] = sum(wanted[word] for word in journal.named) + wanted[journal.who]
        return wanted

    @property
    def unasked(self):
        """Words of questions and options that nothing chosen shows."""
        return [word for word, keys in self.journal.asked.items() if not keys & self.chosen]


def drawn(data, journal):
    """Some choice, from nothing to everything."""
    offered = sorted(offered_keys(journal.material))
    some = data.draw(st.sets(st.sampled_from(offered)))
    chosen = frozenset(some if data.draw(st.booleans()) else set(offered) - some)
    choice = Choice(
        data.draw(st.sampled_from(Heading)),
        count_left_out=data.draw(st.booleans()),
        footnotes=data.draw(st.booleans()),
        first_look=frozenset(data.draw(st.sets(st.sampled_from(offered), max_size=4))),
        everything=data.draw(st.booleans()),
    )
    return Drawn(journal, chosen, choice)
