"""Packs that a person adds: looked at first, then added, updated or taken away. Answers always stay."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kat_journal.content.foreign import read_checked, read_foreign
from kat_journal.content.library import Library
from kat_journal.content.pack_files import Files, PackFiles
from kat_journal.content.packs import Pack, PackReader, Told, untold
from kat_journal.content.reading import refusal
from kat_journal.domain.clock import Clock
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId
from kat_journal.errors import KatJournalError, PackError
from kat_journal.services.pack_changes import Change, cards_of, changes
from kat_journal.services.pack_sources import read_chosen
from kat_journal.storage.packs import Packs, StoredPack


class Standing(StrEnum):
    """How a pack that was looked at stands to those that are there."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"


class Shows(StrEnum):
    """Where a form will be met."""

    TODAY = "today"
    SHELF = "shelf"
    REQUEST = "request"
    IN_PLACE = "in-place"


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """A form of a pack that was looked at.

    Attributes:
        cards: Texts of the advice that answers can bring up, numbers filled in.
        in_place_of: Title of the built-in score sheet whose place it takes; empty for none.
    """

    form: Form
    shows: Shows
    cards: tuple[str, ...]
    in_place_of: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack that was looked at and found right; nothing has been changed.

    Attributes:
        had: Version of the one that it would update; empty where there is none.
        changes: What would be another thing than before; none where the old one cannot be read any more.
        notes: What of a questionnaire was left out.
    """

    pack: Pack
    files: PackFiles
    standing: Standing
    forms: tuple[OfferedForm, ...]
    had: str = ""
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    is_questionnaire: bool = False


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack that was added.

    Attributes:
        readable: Whether this version of the program can read it; if not, its forms are left out.
    """

    id: str
    title: str
    author: str
    version: str
    licence: str
    forms: tuple[str, ...]
    installed_at: datetime
    readable: bool = True


@dataclass(frozen=True, slots=True)
class _Known:
    """An added pack as it is stored, and as it is read; None where it cannot be."""

    stored: StoredPack
    pack: Pack | None


class PackService:
    """Keeps the library and the vault in step.

    What is there is held in memory and replaced whole, so :meth:`look` may run on any thread; all else runs on the
    journal thread.
    """

    def __init__(self, packs: Packs, library: Library, clock: Clock, fill: Callable[[str], str]) -> None:
        self._packs = packs
        self._library = library
        self._clock = clock
        self._fill = fill
        self._core = library.own_packs[0]
        self._known: tuple[_Known, ...] = ()
        with suppress(KatJournalError):  # nothing that was added ever stands in the way of unlocking
            self._known = tuple(_Known(stored, self._read(stored.files)) for stored in packs.packs())
        self._join()

    def look(self, path: Path, told: Told = untold) -> Offered:
        """Read what is there and say what adding it would do; changes nothing.

        Raises:
            PackError: With the file, the key and the reason.
        """
        sheets = {form.loinc: form for form in self._core.forms.values() if form.loinc}
        chosen = read_chosen(path, sheets)
        pack = read_foreign(chosen.files, self._library.language, self._core, self._library.support, told)
        known = self._find(pack.id)
        standing = Standing.NEW
        if known is not None:
            standing = Standing.SAME if dict(known.stored.files) == dict(chosen.files) else Standing.UPDATE
        if standing is Standing.UPDATE and known is not None:
            self._check_update(known, chosen.files)
        self._check_places(pack)
        before = known.pack if known is not None else None
        return Offered(
            pack,
            chosen.files,
            standing,
            tuple(self._offered(form, pack) for form in pack.forms.values()),
            had=known.stored.version if known is not None else "",
            changes=changes(before, pack) if before is not None else (),
            notes=chosen.notes,
            is_questionnaire=chosen.is_questionnaire,
        )

    def install(self, offered: Offered) -> None:
        """Add a pack that was looked at, or put it in the place of an earlier version of it.

        Raises:
            PackError: Another pack was added meanwhile, and the two do not go together.
        """
        pack = offered.pack
        known = self._find(pack.id)
        self._check_places(pack)
        if known is not None and dict(known.stored.files) != dict(offered.files):
            self._check_update(known, offered.files)
        at = known.stored.installed_at if known is not None else self._clock.now()
        stored = StoredPack(pack.id, pack.version, dict(offered.files), at)
        self._packs.put(stored)
        new = _Known(stored, pack)
        if known is None:
            self._known = (*self._known, new)
        else:
            self._known = tuple(new if one is known else one for one in self._known)
        self._join()

    def installed(self) -> tuple[InstalledPack, ...]:
        """Every pack that was added, in that order."""
        return tuple(map(_installed, self._known))

    def remove(self, pack_id: str) -> None:
        """Take a pack away: its forms are asked no more, and what was answered stays as it was asked."""
        self._packs.delete(pack_id)
        self._known = tuple(one for one in self._known if one.stored.id != pack_id)
        self._join()

    def _find(self, pack_id: str) -> _Known | None:
        return next((one for one in self._known if one.stored.id == pack_id), None)

    def _join(self) -> None:
        self._library.join([one.pack for one in self._known if one.pack is not None])

    def _read(self, files: Mapping[str, str]) -> Pack | None:
        """The pack, by the rules of this version of the program."""
        try:
            reader = PackReader(Files(files), self._library.language, self._core)
            pack = read_checked(reader, self._library.support)
        except PackError:
            return None
        return pack if pack.id not in [own.id for own in self._library.own_packs] else None

    def _check_update(self, known: _Known, files: PackFiles) -> None:
        """Refuse another pack under the same version, and another form under the same version.

        What cannot be read any more may be put right by any version of it, the same one first of all.
        """
        before = _in_own_language(known.stored.files, self._core)
        if before is None:
            return
        after = PackReader(Files(files), "", self._core).pack()
        if after.version == known.stored.version:
            raise refusal("pack.toml", [("version", f"must be another one than {after.version}: the pack has changed")])
        for form_id, form in after.forms.items():
            old = before.forms.get(form_id)
            if old is not None and old.version == form.version and old != form:
                raise refusal(_file_of(form_id), [("version", f"must be above {old.version}: the form has changed")])

    def _check_places(self, pack: Pack) -> None:
        """Refuse an id that is taken, and the place of a sheet that another pack has."""
        if pack.id in [own.id for own in self._library.own_packs]:
            raise refusal("pack.toml", [("id", f"`{pack.id}` is there already")])
        others = [one.pack for one in self._known if one.pack is not None and one.stored.id != pack.id]
        taken = {form.takes_over: other for other in others for form in other.forms.values() if form.takes_over}
        seen: set[str] = set()
        for form_id, form in pack.forms.items():
            file = _file_of(form_id)
            if form.takes_over in taken:
                title = taken[form.takes_over].title
                raise refusal(file, [("takes_over", f"the pack \u201c{title}\u201d has that place; remove it first")])
            if form.takes_over and form.takes_over in seen:
                raise refusal(file, [("takes_over", "another form of the pack takes that place")])
            seen.add(form.takes_over)

    def _offered(self, form: Form, pack: Pack) -> OfferedForm:
        sheet = self._core.forms.get(FormId(form.takes_over))
        shown = form if sheet is None else sheet
        cards = tuple(self._fill(card.text) for card in cards_of(shown, pack))
        return OfferedForm(form, _shows(form), cards, sheet.title if sheet is not None else "")


def _shows(form: Form) -> Shows:
    if form.takes_over:
        return Shows.IN_PLACE
    if form.on_request:
        return Shows.REQUEST
    return Shows.SHELF if form.timing is None else Shows.TODAY


def _file_of(form_id: FormId) -> str:
    return f"forms/{form_id.partition(':')[2]}.toml"


def _in_own_language(files: Mapping[str, str], core: Pack) -> Pack | None:
    try:
        return PackReader(Files(files), "", core).pack()
    except PackError:
        return None


def _installed(known: _Known) -> InstalledPack:
    stored, pack = known.stored, known.pack
    if pack is None:
        return InstalledPack(stored.id, stored.id, "", stored.version, "", (), stored.installed_at, readable=False)
    titles = tuple(form.title for form in pack.forms.values())
    return InstalledPack(stored.id, pack.title, pack.author, pack.version, pack.licence, titles, stored.installed_at)
