"""One pack: a folder of forms with their scales, advice and translations."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kat_journal.content.advice import read_advice
from kat_journal.content.forms import checked, form_of, read_scales
from kat_journal.content.raw import RawAdvices, RawForm, RawPack
from kat_journal.content.reading import Folder, Source, decode, refusal
from kat_journal.content.rows import Rows, laid_out, read_rows, used_rows
from kat_journal.content.strangers import problems_of_advice, problems_of_form, problems_of_names, problems_of_pack
from kat_journal.content.taking_over import problems_of_taking_over
from kat_journal.content.translating import translated
from kat_journal.content.wording import check_words
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Form, Scale
from kat_journal.domain.ids import FormId

Told = Callable[[int, int], None]


def untold(done: int, total: int) -> None:
    """Tell nobody."""
    del done, total


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack in one language.

    Attributes:
        scales: Every scale its forms may name: its own, and those of the pack it rests on.
        advice: Every card its flags may name, by that name.
        rows: Every row its forms may use.
    """

    id: str
    title: str
    author: str
    version: str
    licence: str
    forms: Mapping[FormId, Form] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    advice: Mapping[str, Advice] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)


@dataclass(frozen=True, slots=True)
class PackReader:
    """Reads one pack.

    Attributes:
        folder: Its files.
        language: The language wanted; empty for the pack's own.
        base: The program's own pack, whose scales, advice and rows it may use as well. A pack that rests on another
            comes from a stranger, and is held to more: see :mod:`kat_journal.content.strangers`.
        told: Hears how many forms were read, and of how many.
    """

    folder: Source
    language: str = "en"
    base: Pack | None = None
    told: Told = untold

    def about(self) -> RawPack:
        """What ``pack.toml`` says."""
        about = decode(self._tables("pack.toml"), RawPack, "pack.toml")
        if self.base is not None:
            own = RawPack(self.base.id, self.base.title, self.base.author, self.base.version, self.base.licence)
            _refuse("pack.toml", problems_of_pack(about, own))
        return about

    def scales(self) -> dict[str, Scale]:
        """The scales that its forms may name."""
        inherited = self.base.scales if self.base else {}
        if not self.folder.has("scales.toml"):
            return dict(inherited)
        tables = self._tables("scales.toml")
        self._check_names(
            read_scales(tables, "scales.toml"), inherited, "scales.toml"
        )  # what is wrong in the pack itself is not blamed on its translation
        tables, file, _ = self.in_language(tables, "scales.toml")
        return {**inherited, **read_scales(tables, file)}

    def advice(self, pack_id: str) -> dict[str, Advice]:
        """The advice that its flags may name; cards of a pack that rests on another carry its id."""
        inherited = self.base.advice if self.base else {}
        if not self.folder.has("advice.toml"):
            return dict(inherited)
        prefix = f"{pack_id}:" if self.base else ""
        tables = self._tables("advice.toml")
        self._check_names(self._own_advice(tables, "advice.toml", prefix), inherited, "advice.toml")
        tables, file, _ = self.in_language(tables, "advice.toml")
        return {**inherited, **self._own_advice(tables, file, prefix)}

    def page_only(self) -> tuple[str, ...]:
        """Lines of the help page that no row can lead to."""
        if not self.folder.has("advice.toml"):
            return ()
        return decode(self._tables("advice.toml"), RawAdvices, "advice.toml").page_only

    def rows(self) -> Rows:
        """The rows that its forms may use."""
        inherited = self.base.rows if self.base else Rows()
        if not self.folder.has("rows.toml"):
            return inherited
        tables = self._tables("rows.toml")
        own = read_rows(tables, "rows.toml")
        self._check_names(own, inherited.own, "rows.toml")
        tables, file, is_translated = self.in_language(tables, "rows.toml")
        shown = read_rows(tables, file) if is_translated else own
        return Rows({**inherited.own, **own}, {**inherited.shown, **shown})

    def names(self) -> tuple[str, ...]:
        """The files of its forms."""
        names = self.folder.names("forms")
        if not names:
            raise refusal("forms", [("", "holds no form")])
        return names

    def form(
        self,
        name: str,
        pack: RawPack,
        scales: Mapping[str, Scale],
        advice: Mapping[str, Advice],
        rows: Rows,
    ) -> Form:
        """The form in the file of that name."""
        written = self._tables(name)
        raw = checked(laid_out(written, rows.own, name), name, scales, advice)
        used = used_rows(written)
        self._check_stranger(raw, used, name, scales)
        is_translated = self.is_translated(f"{raw.id}.toml")
        if is_translated:
            tables, file, _ = self.in_language(laid_out(written, rows.shown, name), f"{raw.id}.toml")
            raw = decode(tables, RawForm, file)
            self._check_stranger(raw, used, file, scales)
        ids = {name: card.id for name, card in advice.items()}
        return form_of(raw, pack.id, scales, ids, self.language if is_translated else pack.language)

    def in_language(self, tables: dict[str, Any], name: str) -> tuple[dict[str, Any], str, bool]:
        """The tables in the language wanted, the file to name in errors, and whether they were translated."""
        if not self.is_translated(name):
            return tables, name, False
        file = f"locale/{self.language}/{name}"
        return translated(tables, self._tables(file), file), file, True

    def is_translated(self, name: str) -> bool:
        """Whether the pack has that file in the language wanted."""
        return self.language != "" and self.folder.has(f"locale/{self.language}/{name}")

    def _tables(self, name: str) -> dict[str, Any]:
        tables = self.folder.read(name)
        if self.base is not None:
            check_words(tables, name)
        return tables

    def _check_names(self, names: Iterable[str], inherited: Container[str], file: str) -> None:
        if self.base is not None:
            _refuse(file, problems_of_names(names, inherited))

    def _own_advice(self, tables: dict[str, Any], file: str, prefix: str) -> dict[str, Advice]:
        cards = read_advice(tables, file, prefix)
        if self.base is not None:
            if "page_only" in tables:
                raise refusal(file, [("page_only", "is for the program's own help page")])
            _refuse(file, problems_of_advice(cards))
        return cards

    def _check_stranger(self, raw: RawForm, used: frozenset[str], file: str, scales: Mapping[str, Scale]) -> None:
        base = self.base
        if base is not None:
            _refuse(file, problems_of_form(raw, used, base.rows, base.forms))
            _refuse(file, problems_of_taking_over(raw, scales, base.forms))
        elif raw.takes_over is not None:
            raise refusal(file, [("takes_over", "belongs to packs that are added")])

    def pack(self) -> Pack:
        """The whole pack.

        Raises:
            PackError: With the file, the key and the reason.
        """
        about = self.about()
        scales, advice, rows = self.scales(), self.advice(about.id), self.rows()
        forms, names = [], self.names()
        for place, name in enumerate(names):
            self.told(place, len(names))
            forms.append(self.form(name, about, scales, advice, rows))
        return Pack(
            about.id,
            about.title,
            about.author,
            about.version,
            about.licence,
            {form.id: form for form in forms},
            scales,
            advice,
            rows,
        )


def _refuse(file: str, problems: Iterable[tuple[str, str]]) -> None:
    if found := list(problems):
        raise refusal(file, found)


def read_pack(root: Path, language: str = "en", base: Pack | None = None) -> Pack:
    """Read and check the pack in a folder; see :class:`PackReader`."""
    return PackReader(Folder(root), language, base).pack()
