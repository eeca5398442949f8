"""Settings that live in the vault: what starts shared, names in the summary, the place at locking."""

from collections.abc import Mapping

from kat_journal.domain.form import Form, Item, ItemType, Kind
from kat_journal.domain.response import ShareMark
from kat_journal.storage.settings import Settings

SHARED_KINDS = ("effects", "scores", "intentions", "preparation")
"""The kinds of answer that a person may let start as "May share"; free text always starts private."""

STARTS_SHARED = "starts-shared."


class SettingsService:
    """Reads and keeps settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def get(self, key: str, default: str = "") -> str:
        """The kept value, or the default."""
        value = self._settings.get(key)
        return default if value is None else value

    def put(self, key: str, value: str) -> None:
        """Keep a value."""
        self._settings.put(key, value)

    def shared_kinds(self) -> Mapping[str, bool]:
        """Which kinds of answer start as "May share"."""
        return {kind: self.get(STARTS_SHARED + kind) == "yes" for kind in SHARED_KINDS}

    def set_shared_kind(self, kind: str, shared: bool) -> None:
        """Let one kind of answer start as "May share", or private."""
        self.put(STARTS_SHARED + kind, "yes" if shared else "no")

    def starts_shared(self, item: Item, form: Form) -> ShareMark:
        """The mark that a new answer to this item starts with; guarded items are always private."""
        kind = shared_kind(item, form)
        shared = kind != "" and not item.guarded and self.get(STARTS_SHARED + kind) == "yes"
        return ShareMark.SHARE if shared else ShareMark.PRIVATE


def shared_kind(item: Item, form: Form) -> str:
    """The kind of answer that an item gives, or empty for the person's own pages."""
    if item.type is ItemType.SYMPTOM:
        return "effects"
    if form.kind is Kind.MEASURE:
        return "scores"
    return {Kind.INTENTION: "intentions", Kind.PREPARATION: "preparation"}.get(form.kind, "")
