"""Everything the program can ask and say, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path

from kat_journal.content.packs import Pack, read_pack
from kat_journal.content.reading import refusal
from kat_journal.content.support import Support, read_support
from kat_journal.content.taking_over import in_the_place_of
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Form
from kat_journal.domain.ids import AdviceId, FormId


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The packs of one moment. Another thread may be reading, so it is only ever replaced whole."""

    packs: tuple[Pack, ...]
    forms: Mapping[FormId, Form]
    advice: Mapping[AdviceId, Advice]


class Library:
    """The forms and advice of every pack, and the texts of the Support page.

    Attributes:
        language: The language wanted; a form that is not translated says its own.
    """

    def __init__(self, resources: Path, language: str, packs: Sequence[Pack]) -> None:
        self.language = language
        self._own = tuple(packs)
        self._now = _gathered(self._own)
        self._resources = resources

    @property
    def packs(self) -> tuple[Pack, ...]:
        """In the order they joined, the core pack first."""
        return self._now.packs

    @property
    def forms(self) -> Mapping[FormId, Form]:
        """Every form by its qualified id, in that order; one mapping, however long it is read."""
        return self._now.forms

    def join(self, packs: Sequence[Pack]) -> None:
        """Have these packs beside the program's own, instead of those that joined before."""
        self._now = _gathered((*self._own, *packs))

    def form(self, form_id: FormId) -> Form:
        """The form of that id; raises KeyError where no pack has it."""
        return self._now.forms[form_id]

    def find_advice(self, advice_id: AdviceId) -> Advice | None:
        """The card of that id; None where no pack has it."""
        return self._now.advice.get(advice_id)

    @property
    def own_packs(self) -> tuple[Pack, ...]:
        """Those that are there without any being installed."""
        return self._own

    @cached_property
    def support(self) -> Support:
        """The texts of the Support page, read when they are first wanted."""
        return read_support(self._resources, self.language)

    @cached_property
    def guide(self) -> str:
        """The guide as HTML, made when it is first wanted."""
        # Loaded here: rendering is slow to load, and most days nobody asks for the guide.
        html: str = import_module("kat_journal.content.guide").read_guide(self._resources)
        return html


def load_library(resources: Path, language: str = "en", extra_packs: Sequence[Path] = ()) -> Library:
    """Read the core pack, then the others, each of which may use the core pack's scales and advice.

    Raises:
        PackError: A pack cannot be used, or two have the same id.
    """
    core = read_pack(resources / "packs" / "core", language)
    packs = [core]
    for root in extra_packs:
        pack = read_pack(root, language, base=core)
        if pack.id in [known.id for known in packs]:
            raise refusal("pack.toml", [("id", f"`{pack.id}` is there already")])
        packs.append(pack)
    return Library(resources, language, packs)


def _gathered(packs: Sequence[Pack]) -> _Gathered:
    """All forms, a form that takes the place of a sheet standing where the sheet stood."""
    own = {form_id: form for pack in packs for form_id, form in pack.forms.items()}
    forms = {form_id: form for form_id, form in own.items() if not form.takes_over}
    for form in own.values():
        if form.takes_over and not forms[FormId(form.takes_over)].takes_over:  # the first that came keeps the place
            forms[FormId(form.takes_over)] = in_the_place_of(forms[FormId(form.takes_over)], form)
    advice = {card.id: card for pack in packs for card in pack.advice.values()}
    return _Gathered(tuple(packs), forms, advice)
