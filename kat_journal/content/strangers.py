"""What the pack of a stranger may not do, although its files are right.

It may ask, and show the program's own advice. It may not speak in an emergency: somebody in need must meet the
program's words and their own numbers, never those of a file that came from anywhere. It may not take the cards or the
guard from a row that has them, ask for a dose, pose as this program, fill Today, or make a page that nobody would find.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import timedelta

from kat_journal.content.raw import RawForm, RawItem, RawPack, RawTiming
from kat_journal.content.rows import Rows, Table
from kat_journal.content.rules import offset
from kat_journal.content.wording import asks_for_a_dose
from kat_journal.domain.flags import Advice, Level
from kat_journal.domain.form import Form, Kind
from kat_journal.domain.ids import FormId
from kat_journal.domain.strange_words import as_read, holds_a_number_to_ring

Problem = tuple[str, str]

LONGEST_TITLE = 120
"""Letters of a title, which stands on buttons and in lists beside those of the program."""
LONGEST_OPEN = timedelta(days=60)
"""How long a form with a time may be offered."""


def problems_of_pack(about: RawPack, own: RawPack) -> Iterator[Problem]:
    """A pack that says it is another one; ``own`` is that of the program."""
    if about.id == own.id:
        yield "id", f"`{own.id}` is there already"
    yield from _problems_of_title(about.title)
    if _bare(about.title) == _bare(own.title):
        yield "title", "is the program's own"
    if _bare(own.title) in _bare(about.author):
        yield "author", "is the program's own"


def problems_of_names(names: Iterable[str], taken: Container[str]) -> Iterator[Problem]:
    """Cards, scales and rows that would stand in the place of the program's."""
    return ((name, "is the program's own; give yours another id") for name in names if name in taken)


def problems_of_advice(cards: Mapping[str, Advice]) -> Iterator[Problem]:
    """Cards of its own that would speak in an emergency, or name a number to ring."""
    for name, card in cards.items():
        if card.level is Level.EMERGENCY:
            yield f"{name}.level", "emergency is for the program's own cards"
        if holds_a_number_to_ring(card.text):
            yield f"{name}.text", "holds a number; the journal puts the person's own in place of {clinic}"


def problems_of_form(
    form: RawForm, used: frozenset[str], rows: Rows, built_in: Mapping[FormId, Form]
) -> Iterator[Problem]:
    """What a form of a stranger may not be or ask.

    Args:
        form: The form, its rows laid out.
        used: The rows that it has taken over by name.
        rows: The rows of the program.
        built_in: The forms of the program.
    """
    guarded = _guarded(built_in)
    if form.kind is Kind.PAGE:
        yield "kind", "page is for the program's own pages"
    if form.kind is Kind.MEASURE and form.timing is not None and not form.on_request:
        yield "on_request", "must be true: a measure with a time waits until the person says that their clinic gives it"
    yield from _problems_of_title(form.title)
    if form.timing is not None:
        yield from _problems_of_time(form.timing)
    for place, item in enumerate(form.items):
        key = f"items[{place}]"
        if not item.guarded and guarded & {item.id, item.loinc}:
            yield f"{key}.guarded", f"`{item.id}` stays guarded"
        if any(asks_for_a_dose(words) for words in (item.ask, item.hint or "", item.label or "", item.unit or "")):
            yield key, "asks for a dose, which this journal never does"
        if item.id in used and item.id in rows.own and not _brings(form, item, rows.own[item.id]):
            yield key, f"`{item.id}` is a row of the program, and keeps its cards"


def _problems_of_title(title: str) -> Iterator[Problem]:
    if len(title) > LONGEST_TITLE:
        yield "title", f"is longer than {LONGEST_TITLE} letters"


def _problems_of_time(timing: RawTiming) -> Iterator[Problem]:
    """A form that would stand on Today for months, or several times at once; either also makes looking ahead slow."""
    stands = offset(timing.closes) - offset(timing.opens)
    if stands > LONGEST_OPEN:
        yield "timing.closes", f"must come within {LONGEST_OPEN.days} days of opens"
    if timing.every is not None and stands > offset(timing.every):
        yield "timing.every", "must not be shorter than from opens to closes"


def _guarded(forms: Mapping[FormId, Form]) -> frozenset[str]:
    """Ids and codes of the items that never start ticked in Share."""
    guarded = [item for form in forms.values() for item in form.items if item.guarded]
    return frozenset({item.id for item in guarded} | {item.loinc for item in guarded if item.loinc})


def _brings(form: RawForm, item: RawItem, row: Table) -> bool:
    """Whether every card that belongs to the row can still come up."""
    there = {(flag.when.item, flag.when.at_least, flag.when.option, flag.advice) for flag in form.flags}
    return all(
        (item.id, flag.get("at_least"), flag.get("option"), flag["advice"]) in there for flag in row.get("flags", ())
    )


def _bare(words: str) -> str:
    return "".join(letter for letter in as_read(words) if letter.isalnum())
