"""One pack: a folder of forms with their scales, advice and translations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kat_journal.content.advice import read_advice
from kat_journal.content.forms import checked, form_of, read_scales
from kat_journal.content.raw import RawForm, RawPack
from kat_journal.content.reading import Folder, decode, refusal
from kat_journal.content.rows import Rows, laid_out, read_rows
from kat_journal.content.translating import translated
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Form, Scale
from kat_journal.domain.ids import FormId


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
    """Reads one pack. ``base`` is the pack whose scales, advice and rows it may use as well."""

    folder: Folder
    language: str = "en"
    base: Pack | None = None

    def about(self) -> RawPack:
        """What ``pack.toml`` says."""
        return decode(self.folder.read("pack.toml"), RawPack, "pack.toml")

    def scales(self) -> dict[str, Scale]:
        """The scales that its forms may name."""
        inherited = self.base.scales if self.base else {}
        if not self.folder.has("scales.toml"):
            return dict(inherited)
        tables = self.folder.read("scales.toml")
        read_scales(tables, "scales.toml")  # what is wrong in the pack itself is not blamed on its translation
        tables, file, _ = self.in_language(tables, "scales.toml")
        return {**inherited, **read_scales(tables, file)}

    def advice(self, pack_id: str) -> dict[str, Advice]:
        """The advice that its flags may name; cards of a pack that rests on another carry its id."""
        inherited = self.base.advice if self.base else {}
        if not self.folder.has("advice.toml"):
            return dict(inherited)
        prefix = f"{pack_id}:" if self.base else ""
        tables = self.folder.read("advice.toml")
        read_advice(tables, "advice.toml", prefix)
        tables, file, _ = self.in_language(tables, "advice.toml")
        return {**inherited, **read_advice(tables, file, prefix)}

    def rows(self) -> Rows:
        """The rows that its forms may use."""
        inherited = self.base.rows if self.base else Rows()
        if not self.folder.has("rows.toml"):
            return inherited
        tables = self.folder.read("rows.toml")
        own = read_rows(tables, "rows.toml")
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
        written = self.folder.read(name)
        raw = checked(laid_out(written, rows.own, name), name, scales, advice)
        is_translated = self.is_translated(f"{raw.id}.toml")
        if is_translated:
            tables, file, _ = self.in_language(laid_out(written, rows.shown, name), f"{raw.id}.toml")
            raw = decode(tables, RawForm, file)
        ids = {name: card.id for name, card in advice.items()}
        return form_of(raw, pack.id, scales, ids, self.language if is_translated else pack.language)

    def in_language(self, tables: dict[str, Any], name: str) -> tuple[dict[str, Any], str, bool]:
        """The tables in the language wanted, the file to name in errors, and whether they were translated."""
        if not self.is_translated(name):
            return tables, name, False
        file = f"locale/{self.language}/{name}"
        return translated(tables, self.folder.read(file), file), file, True

    def is_translated(self, name: str) -> bool:
        """Whether the pack has that file in the language wanted."""
        return self.language != "" and self.folder.has(f"locale/{self.language}/{name}")

    def pack(self) -> Pack:
        """The whole pack.

        Raises:
            PackError: With the file, the key and the reason.
        """
        about = self.about()
        scales, advice, rows = self.scales(), self.advice(about.id), self.rows()
        forms = [self.form(name, about, scales, advice, rows) for name in self.names()]
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


def read_pack(root: Path, language: str = "en", base: Pack | None = None) -> Pack:
    """Read and check the pack in a folder; see :class:`PackReader`."""
    return PackReader(Folder(root), language, base).pack()
