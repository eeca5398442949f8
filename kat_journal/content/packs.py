"""One pack: a folder of forms with their scales, advice and translations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kat_journal.content.advice import read_advice
from kat_journal.content.forms import checked, form_of, read_scales
from kat_journal.content.raw import RawForm, RawPack
from kat_journal.content.reading import Folder, decode, refusal
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
    """

    id: str
    title: str
    author: str
    version: str
    licence: str
    forms: Mapping[FormId, Form] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    advice: Mapping[str, Advice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackReader:
    """Reads one pack. ``base`` is the pack whose scales and advice it may use as well."""

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

    def names(self) -> tuple[str, ...]:
        """The files of its forms."""
        names = self.folder.names("forms")
        if not names:
            raise refusal("forms", [("", "holds no form")])
        return names

    def form(self, name: str, pack: RawPack, scales: Mapping[str, Scale], advice: Mapping[str, Advice]) -> Form:
        """The form in the file of that name."""
        tables = self.folder.read(name)
        raw = checked(tables, name, scales, advice)
        tables, file, is_translated = self.in_language(tables, f"{raw.id}.toml")
        if is_translated:
            raw = decode(tables, RawForm, file)
        ids = {name: card.id for name, card in advice.items()}
        return form_of(raw, pack.id, scales, ids, self.language if is_translated else pack.language)

    def in_language(self, tables: dict[str, Any], name: str) -> tuple[dict[str, Any], str, bool]:
        """The tables in the language wanted, the file to name in errors, and whether they were translated."""
        file = f"locale/{self.language}/{name}"
        if not self.language or not self.folder.has(file):
            return tables, name, False
        return translated(tables, self.folder.read(file), file), file, True

    def pack(self) -> Pack:
        """The whole pack.

        Raises:
            PackError: With the file, the key and the reason.
        """
        about = self.about()
        scales, advice = self.scales(), self.advice(about.id)
        forms = [self.form(name, about, scales, advice) for name in self.names()]
        return Pack(
            about.id,
            about.title,
            about.author,
            about.version,
            about.licence,
            {form.id: form for form in forms},
            scales,
            advice,
        )


def read_pack(root: Path, language: str = "en", base: Pack | None = None) -> Pack:
    """Read and check the pack in a folder; see :class:`PackReader`."""
    return PackReader(Folder(root), language, base).pack()
