"""What was read, as ``pack.toml``, ``scales.toml`` and one form."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from kat_journal.domain.form import Form, Timing
from kat_journal.importing.item_tables import Table, flags_and_scores, item_tables, scale_tables
from kat_journal.importing.refusing import refusal
from kat_journal.importing.resource import Questionnaire
from kat_journal.importing.rows import Row
from kat_journal.importing.sheets import Known
from kat_journal.importing.toml_text import toml
from kat_journal.importing.words import cited, line_or_none, name_for, one_line

FORM = "questionnaire"
MAX_BYTES = 200_000
LONGEST_TITLE = 120
"""Letters; what a pack that is added may have."""
_QUESTIONS_A_MINUTE = 5
_LANGUAGE = re.compile(r"\A([a-z]{2,3})(-[A-Z]{2})?\Z")
_NOT_SAID = "not stated in the file"


def pack_files(
    questionnaire: Questionnaire, rows: Sequence[Row], found: Known, notes: Sequence[str], known: Mapping[str, Form]
) -> dict[str, str]:
    """The files of the pack.

    Raises:
        QuestionnaireError: It has no name, a condition cannot be said, or it is too long.
    """
    title = _title(questionnaire)
    maker = line_or_none(questionnaire.publisher) or next(
        (line for contact in questionnaire.contact if (line := line_or_none(contact.name))), ""
    )
    rights = cited(questionnaire.copyright)
    # What stays the same from version to version is its address: an update takes the place of what it updates.
    about: Table = {
        "id": name_for("fhir", questionnaire.url or title),
        "title": title,
        "author": maker or _NOT_SAID,
        "version": _edition(questionnaire),
        "licence": rights or _NOT_SAID,
        "language": _language(questionnaire.language),
    }
    asked = [row for row in rows if row.link_id not in found.left_out]
    form = _form(questionnaire, title, asked, rights or maker or title)
    form |= _of_sheet(found.sheet)
    form["items"] = item_tables(asked, found)
    form |= flags_and_scores(form["items"], asked, found, known)
    files = {"pack.toml": toml(about), f"forms/{FORM}.toml": toml(form, notes)}
    if scales := scale_tables(asked, found):
        files["scales.toml"] = toml({"scales": scales})
    if any(len(text.encode()) > MAX_BYTES for text in files.values()):
        raise refusal(("item", "holds more words than one form can"))
    return files


def _title(questionnaire: Questionnaire) -> str:
    title = questionnaire.title or questionnaire.name
    if not title:
        raise refusal(("title", "is missing; the form needs a name"))
    line = one_line(title, "title")
    if len(line) > LONGEST_TITLE:
        raise refusal(("title", f"is longer than {LONGEST_TITLE} letters"))
    return line


def _edition(questionnaire: Questionnaire) -> str:
    said = (cited(text) for text in (questionnaire.version, questionnaire.date) if "://" not in text)
    return next(filter(None, said), "1")


def _language(language: str) -> str:
    whole = _LANGUAGE.match(language)
    first = _LANGUAGE.match(language.partition("-")[0].lower())
    return language if whole else first[1] if first else "en"


def _form(questionnaire: Questionnaire, title: str, rows: Sequence[Row], source: str) -> Table:
    questions = sum(row.is_asked for row in rows)
    return {
        "id": FORM,
        "version": _version(questionnaire.version),
        "kind": "measure",
        "phase": "between",
        "title": title,
        "about": line_or_none(questionnaire.description) or title,
        "minutes": math.ceil(questions / _QUESTIONS_A_MINUTE),
        "layout": "page",
        "source": source,
    }


def _version(version: str) -> int:
    """A number that rises with versions such as 1.2, 1.2.1 and 1.10; 1 for all others."""
    match = re.match(r"\A([0-9])(?:\.([0-9]{1,2}))?(?:\.([0-9]))?\Z", version)
    return max(1, int(match[1]) * 1000 + int(match[2] or 0) * 10 + int(match[3] or 0)) if match else 1


def _of_sheet(sheet: Form | None) -> Table:
    """What a form has of the sheet whose place it takes, beside its items."""
    if sheet is None:
        return {}
    table: Table = {"loinc": sheet.loinc, "takes_over": str(sheet.id), "on_request": sheet.on_request}
    if sheet.recall is not None:
        table["recall"] = f"{sheet.recall}d"
    if sheet.timing is not None:
        table["timing"] = _timing(sheet.timing)
    return table


def _timing(timing: Timing) -> Table:
    times = {"opens": timing.opens, "due": timing.due, "closes": timing.closes}
    table: Table = {"anchor": str(timing.anchor), **{name: _offset(time) for name, time in times.items()}}
    return table if timing.every is None else {**table, "every": f"{timing.every}d"}


def _offset(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    for unit, of in (("d", 24 * 60), ("h", 60)):
        if minutes and minutes % of == 0:
            return f"{minutes // of}{unit}"
    return f"{minutes}m"
