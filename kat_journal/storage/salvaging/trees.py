"""The trees of a damaged database: which page belongs to which table, and what stands on pages that lost their tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from
from typing import Final

from kat_journal.storage.salvaging.nodes import INDEX_LEAF, TABLE_LEAF, Node, Row, read_node
from kat_journal.storage.salvaging.pages import Pages

_DOCSIZE: Final = "answer_search_docsize"
"""A table of the search index: one row an answer."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        rows: Rows by table; those of a table WITHOUT ROWID too.
        broken: Tables of which a page is lost: some of the loose rows may be theirs. None: every table may be.
        ids: Rowids that a table had by what its indexes say.
        answers: Response, item and rowid of the answers, by what their index says.
        loose: The rows of each page that lost its tree.
        schema: The number of the schema, or 0 where the first page is lost.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    broken: set[str] | None = None
    ids: dict[str, set[int]] = field(default_factory=dict)
    answers: list[tuple[int, str, int]] = field(default_factory=list)
    loose: list[tuple[Row, ...]] = field(default_factory=list)
    schema: int = 0


def find_rows(pages: Pages) -> Found:
    """Walk every tree that the table of contents names, then look at each page that was not met."""
    met: set[int] = set()
    contents, whole = _tree(pages, 1, met)
    first = pages.whole.get(1)
    found = Found(
        broken=set() if first is not None and whole else None,
        schema=int(unpack_from(">I", first, 60)[0]) if first is not None else 0,
    )
    for row in contents:
        _read_tree(pages, row, met, found)
    docsizes = found.rows.pop(_DOCSIZE, [])
    found.ids.setdefault("answer", set()).update(row.rowid for row in docsizes if row.rowid is not None)
    for number in pages.whole.keys() - met:
        node = read_node(pages, number)
        if node is not None and node.rows:
            found.loose.append(node.rows)
    return found


def _read_tree(pages: Pages, row: Row, met: set[int], found: Found) -> None:
    """Read the tree that one row of the table of contents names: a table, or an index with the ids of one."""
    if len(row.values) < 4 or not isinstance(row.values[3], int) or not row.values[3]:
        return
    kind, name, table, root = row.values[:4]
    rows, whole = _tree(pages, int(root or 0), met)
    if kind == "table":
        found.rows[str(name)] = rows
        if not whole and found.broken is not None:
            found.broken.add(str(name))
    else:
        ids = found.ids.setdefault(str(table), set())
        ids.update(one.values[-1] for one in rows if one.values and isinstance(one.values[-1], int))
        if name == "sqlite_autoindex_answer_1":
            found.answers.extend(one.values for one in rows if len(one.values) == 3)  # type: ignore[misc]


def _tree(pages: Pages, root: int, met: set[int]) -> tuple[list[Row], bool]:
    """The rows of a tree as far as it holds together, and whether it does."""
    rows: list[Row] = []
    whole = True
    for node in _nodes(pages, root, met):
        if node is None:
            whole = False
        else:
            rows += node.rows
    return rows, whole


def _nodes(pages: Pages, root: int, met: set[int]) -> Iterator[Node | None]:
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in met:
            continue
        met.add(number)
        node = read_node(pages, number)
        yield node
        if node is not None and node.kind not in {TABLE_LEAF, INDEX_LEAF}:
            waiting.extend(reversed(node.below))
