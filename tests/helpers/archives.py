"""A file of everything, made here from rows and by nothing of the program: what it writes is held against this."""

import json
from copy import deepcopy
from hashlib import sha256

from kat_journal import __version__
from kat_journal.storage.archive import ABOUT
from kat_journal.storage.archive_tables import TABLES
from kat_journal.storage.snapshots import encode
from tests.storage.making import FORM

AT, LATER = "2026-11-23T18:30:00.000000Z", "2026-11-24T09:00:00.123456Z"
SNAPSHOT = encode(FORM).decode()
DIGEST = sha256(SNAPSHOT.encode()).hexdigest()
PACK = {"pack.toml": 'id = "mine"\nauthor = "A person"\nversion = "1"\nlicence = "CC0-1.0"\ntitle = "Mine"\n'}
PROGRAM = f"KAT Journal {__version__}"


def uid(number):
    return f"00000000-0000-4000-8000-{number:012}"


_ONE = {"id": 1, "uid": uid(1)}
_RESPONSE = {"form_id": FORM.id, "form_digest": DIGEST, "session_id": 2, "appointment_id": 5, "day": "2026-11-23"}
_TIMES = {"started_at": AT, "zone": "Europe/London", "finished_at": LATER, "trashed_at": None}
_ANSWER = {"text": "", "detail": None, "note": "", "skipped": 0, "share": "private", "updated_at": AT}

ROWS = {
    "course": [_ONE | {"name": "Autumn", "clinic": "Alder Row", "route": "muscle", "planned_sessions": 6}],
    "session": [
        {"id": 2, "uid": uid(1), "course_id": 1, "status": "held", "scheduled_at": AT, "started_at": None}
        | {"ended_at": None, "zone": "Europe/London", "route": ""},
        {"id": 9, "uid": uid(2), "course_id": None, "status": "cancelled", "scheduled_at": None, "started_at": None}
        | {"ended_at": None, "zone": "America/St_Johns", "route": "\u2028 line"},
    ],
    "appointment": [{"id": 5, "uid": uid(1), "at": AT, "zone": "UTC", "who": "Nadia"}],
    "form_snapshot": [{"digest": DIGEST, "json": SNAPSHOT}],
    "response": [
        {"id": 3, "uid": uid(1)} | _RESPONSE | {"occurrence": "session:2"} | _TIMES,
        {"id": 4, "uid": uid(2)} | _RESPONSE | {"occurrence": None} | _TIMES | {"trashed_at": LATER},
    ],
    "answer": [
        {"id": 1, "response_id": 3, "item_id": "words", "number": None}
        | _ANSWER
        | {"text": 'A "river"\n\\ \0 \u202e 🌊'},
        {"id": 2, "response_id": 3, "item_id": "nausea", "number": 1.0}
        | _ANSWER
        | {"detail": '{"started": "later", "gone": "partly"}', "share": "share", "note": "=1+1"},
        {"id": 7, "response_id": 4, "item_id": "safety", "number": None} | _ANSWER | {"skipped": 1},
    ],
    "answer_version": [
        {"id": 1, "response_id": 3, "item_id": "words", "text": "A brook", "note": "", "written_at": AT}
    ],
    "advice_card": [
        {"id": 1, "response_id": 3, "item_id": "nausea", "advice_id": "ring-now", "shown_at": AT, "closed_at": None}
    ],
    "practice": [_ONE | {"words": "Ten minutes outside", "created_at": AT, "ended": 0}],
    "practice_day": [{"practice_id": 1, "day": "2026-11-23"}, {"practice_id": 1, "day": "2026-11-24"}],
    "later": [
        _ONE | {"words": "Move", "created_at": AT, "returns_on": "2026-11-30", "state": "still-true", "session_id": 2},
    ],
    "question": [_ONE | {"words": "Why?", "created_at": AT, "share": 1, "asked": 0}],
    "replacement": [_ONE | {"name": "Ruth", "initials": "R."}],
    "share_record": [
        _ONE
        | {"made_at": AT, "format": "markdown", "sha256": "0" * 64, "starts": "2026-11-01", "ends": "2026-11-23"}
        | {"keys": '["everything", "question:ö"]'},
    ],
    "support_contact": [_ONE | {"kind": "clinic", "name": "", "number": "0000 1"}],
    "pack": [{"id": "mine", "version": "1", "files": json.dumps(PACK), "installed_at": AT}],
    "setting": [
        {"key": "summary.name", "value": "A. B."},
        {"key": f"times.{uid(1)}", "value": f'["{AT}","{AT}","{AT}",true]'},
    ],
    "sqlite_sequence": [
        {"name": "appointment", "seq": 12},
        {"name": "course", "seq": 1},
        {"name": "response", "seq": 4},
        {"name": "session", "seq": 9},
    ],
}


def rows(**tables):
    """The rows, with other ones in some tables."""
    return deepcopy(ROWS) | tables


def with_value(table, column, value, at=0):
    """The rows, with another value in one place."""
    changed = deepcopy(ROWS)
    changed[table][at][column] = value
    return changed


def ordered(table, row):
    """A row with its columns in the order of the table; what is no column comes last."""
    columns = next((one.columns for one in TABLES if one.name == table), ())
    return {name: row[name] for name in columns if name in row} | row


def lines_of(tables, **head):
    """The lines before the last two."""
    said = {"kat_journal_archive": 1, "program": PROGRAM, "schema": 1, "about": ABOUT} | head
    lines = ["{", *(f"{written(name)}: {written(value)}," for name, value in said.items())]
    for name, kept in tables.items():
        about = next((one.about for one in TABLES if one.name == name), "")
        lines.append(f'{written(name)}: {{"about": {written(about)}, "rows": [')
        last = len(kept) - 1
        lines += [written(ordered(name, row)) + ("," if at < last else "") for at, row in enumerate(kept)]
        lines.append("]},")
    return lines


def written(value):
    return json.dumps(value, ensure_ascii=False)


def signed(lines):
    """The whole file of these lines."""
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    return data + f'"sha256": "{sha256(data).hexdigest()}"\n}}\n'.encode()


def archive(tables=None, **head):
    """The file of these rows."""
    return signed(lines_of(rows() if tables is None else tables, **head))


def line_of(table, tables=None, at=0):
    """Where a row of a table stands, counted from 1."""
    before = 5
    for name, kept in (rows() if tables is None else tables).items():
        before += 1
        if name == table:
            return before + 1 + at
        before += len(kept) + 1
    raise KeyError(table)
