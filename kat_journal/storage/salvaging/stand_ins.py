"""Places for what lost its own: a form for answers whose form is lost, a page for answers whose page is lost."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from kat_journal.domain.form import Form, Item, ItemType, Kind, Option, Phase
from kat_journal.domain.ids import FormDigest, FormId, ItemId
from kat_journal.storage.connection import Connection
from kat_journal.storage.snapshots import Snapshots, encode
from kat_journal.storage.values import utc_text

_FORM_ID: Final = FormId("saved:words")
_ANSWERS = (
    "SELECT item_id, number, detail, id FROM answer WHERE response_id = ?1"
    " UNION ALL SELECT item_id, NULL, NULL, id FROM answer_version WHERE response_id = ?1 ORDER BY 1, 4"
)


@dataclass(frozen=True, slots=True)
class StandIns:
    """What stands in for what is lost.

    Attributes:
        forms: Forms of this program, by digest: most that are lost are among them.
        title: Title of a page whose form is lost.
        ask: Stands where a question is lost.
    """

    forms: Mapping[FormDigest, Form]
    title: str
    ask: str


@dataclass(frozen=True, slots=True)
class StoodIn:
    """How often something stood in for what is lost."""

    pages: int
    forms: int
    answers: int


def stand_in(
    connection: Connection, lost_answers: Mapping[tuple[int, str], int], stand_ins: StandIns, now: datetime
) -> StoodIn:
    """Give every answer a page and every page a form, and untie what is tied to something lost.

    Args:
        connection: The new journal, in the transaction that is open.
        lost_answers: Response and item of the answers that are known to be lost, and their ids.
        stand_ins: What stands in.
        now: Stands for an instant that is lost.
    """
    answers = _answers_of_versions(connection, lost_answers)
    pages = _pages(connection, stand_ins, utc_text(now))
    forms = _forms(connection, stand_ins)
    _untie(connection)
    return StoodIn(pages, forms, answers)


def _answers_of_versions(connection: Connection, lost: Mapping[tuple[int, str], int]) -> int:
    """Where an answer is lost and an earlier version of it is not, that one is the answer."""
    done = 0
    for (response_id, item_id), answer_id in lost.items():
        connection.execute(
            "INSERT OR IGNORE INTO answer (id, response_id, item_id, text, note, skipped, share, updated_at)"
            " SELECT ?, response_id, item_id, text, note, 0, 'private', written_at FROM answer_version"
            " WHERE response_id = ? AND item_id = ? ORDER BY id DESC LIMIT 1",
            (answer_id, response_id, item_id),
        )
        done += connection.row("SELECT changes()")[0]
    # Where the page is lost too, nothing says whether an answer was there: its words are kept all the same.
    connection.execute(
        "INSERT OR IGNORE INTO answer (response_id, item_id, text, note, skipped, share, updated_at)"
        " SELECT response_id, item_id, text, note, 0, 'private', max(written_at) FROM answer_version"
        " WHERE response_id NOT IN (SELECT id FROM response) GROUP BY response_id, item_id"
    )
    return done + int(connection.row("SELECT changes()")[0])


def _pages(connection: Connection, stand_ins: StandIns, now: str) -> int:
    """A page for the answers of each response that is lost."""
    lost = connection.rows(
        "SELECT response_id, min(updated_at) AS began FROM answer"
        " WHERE response_id NOT IN (SELECT id FROM response) GROUP BY response_id"
    )
    snapshots = Snapshots(connection)
    for row in lost:
        form = _form(_FORM_ID, connection.rows(_ANSWERS, (row["response_id"],)), stand_ins)
        at = row["began"] or now
        connection.execute(
            "INSERT INTO response (id, uid, form_id, form_digest, day, started_at, zone, finished_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'UTC', ?)",
            (row["response_id"], str(uuid4()), form.id, snapshots.put(form), at[:10], at, at),
        )
    return len(lost)


def _forms(connection: Connection, stand_ins: StandIns) -> int:
    """The form of this program where it is the very same one, or one that has a place for every answer."""
    lost = connection.rows(
        "SELECT id, form_id, form_digest FROM response WHERE form_digest NOT IN (SELECT digest FROM form_snapshot)"
    )
    snapshots = Snapshots(connection)
    made = set()
    for row in lost:
        form = stand_ins.forms.get(row["form_digest"])
        if form is not None:
            connection.execute(
                "INSERT OR IGNORE INTO form_snapshot (digest, json) VALUES (?, ?)",
                (row["form_digest"], encode(form).decode()),
            )
            continue
        form = _form(FormId(row["form_id"]), connection.rows(_ANSWERS, (row["id"],)), stand_ins)
        made.add(row["form_digest"])
        connection.execute("UPDATE response SET form_digest = ? WHERE id = ?", (snapshots.put(form), row["id"]))
    return len(made)


def _form(form_id: FormId, answers: list[Any], stand_ins: StandIns) -> Form:
    kinds: dict[str, Item] = {}
    for row in answers:
        kinds.setdefault(row["item_id"], _item(row, stand_ins.ask))
    items = tuple(kinds.values())
    return Form(form_id, 1, Kind.PAGE, Phase.ANY, stand_ins.title, items)


def _item(row: Any, ask: str) -> Item:
    options = tuple(Option(option, option) for option in json.loads(row["detail"] or "{}").get("options", ()))
    if options:
        return Item(ItemId(row["item_id"]), ItemType.CHOICES, ask, options=options, note=True)
    kind = ItemType.TEXT if row["number"] is None else ItemType.NUMBER
    return Item(ItemId(row["item_id"]), kind, ask, note=True)


def _untie(connection: Connection) -> None:
    connection.execute("UPDATE session SET course_id = NULL WHERE course_id NOT IN (SELECT id FROM course)")
    connection.execute("UPDATE later SET session_id = NULL WHERE session_id NOT IN (SELECT id FROM session)")
    connection.execute("UPDATE response SET session_id = NULL WHERE session_id NOT IN (SELECT id FROM session)")
    connection.execute(
        "UPDATE response SET appointment_id = NULL WHERE appointment_id NOT IN (SELECT id FROM appointment)"
    )
    connection.execute("DELETE FROM answer_version WHERE response_id NOT IN (SELECT id FROM response)")
    connection.execute("DELETE FROM advice_card WHERE response_id NOT IN (SELECT id FROM response)")
    connection.execute("DELETE FROM practice_day WHERE practice_id NOT IN (SELECT id FROM practice)")
