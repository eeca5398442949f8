"""In which order a form on one page shows its items."""

from collections.abc import Collection, Sequence

from kat_journal.domain.form import Form, Item, ItemType
from kat_journal.domain.ids import ItemId


def arranged(form: Form, first: Sequence[ItemId]) -> tuple[Item, ...]:
    """The items, the symptom rows named in ``first`` before the other rows, each with the questions that hang on it.

    What is asked stays the same, and so does everything that is no row.
    """
    items = tuple(form.items)
    chosen = [row for row in first if _is_row(items, row)]
    moved = [item for row in chosen for item in items if row in {item.id, _hangs_on(item)}]
    place = next((at for at, item in enumerate(items) if item.type is ItemType.SYMPTOM), 0)
    return (*_without(items[:place], moved), *moved, *_without(items[place:], moved))


def _without(items: Sequence[Item], moved: Collection[Item]) -> Sequence[Item]:
    return [item for item in items if item not in moved]


def _is_row(items: Sequence[Item], item_id: ItemId) -> bool:
    return any(item.id == item_id and item.type is ItemType.SYMPTOM for item in items)


def _hangs_on(item: Item) -> ItemId | None:
    return item.ask_if.item if item.ask_if is not None else None
