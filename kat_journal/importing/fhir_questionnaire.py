"""A FHIR R4 Questionnaire as the files of a pack.

Imported are groups, texts, and the types boolean, integer, decimal, string, text, date, time and choice, each with at
most one condition. All else that would change what is asked or what it means is refused, with its place in the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kat_journal.domain.form import Form
from kat_journal.importing.answers import LOINC, contained_sets
from kat_journal.importing.editions import check_edition
from kat_journal.importing.json_text import read_json
from kat_journal.importing.laying import Laid
from kat_journal.importing.marks import problems_of
from kat_journal.importing.pack_files import pack_files
from kat_journal.importing.refusing import refusal, refused, shown
from kat_journal.importing.resource import Questionnaire, decode
from kat_journal.importing.sheets import recognised


@dataclass(frozen=True, slots=True)
class Imported:
    """What a questionnaire became.

    Attributes:
        files: The files of a pack, by their path in it.
        takes_over: Id of the built-in score sheet whose place it takes; empty where it takes none.
        notes: What was left out, and why a sheet was not taken over; each a line that is safe to show.
    """

    files: Mapping[str, str]
    takes_over: str
    notes: tuple[str, ...]


def read_questionnaire(data: bytes, known: Mapping[str, Form]) -> Mapping[str, str]:
    """The files of a pack, by their path in it; see :func:`import_questionnaire`."""
    return import_questionnaire(data, known).files


def import_questionnaire(data: bytes, known: Mapping[str, Form]) -> Imported:
    """Read a questionnaire.

    Args:
        data: The file.
        known: The built-in score sheets, by the LOINC code of the questionnaire that each scores.

    Raises:
        QuestionnaireError: With every place that cannot be used and the reason.
    """
    tree = read_json(data)
    check_edition(tree)
    if problems := [*problems_of(tree)]:
        raise refusal(*problems)
    questionnaire = decode(tree, Questionnaire)
    laid = Laid(contained_sets(questionnaire.contained))
    laid.lay(questionnaire.item, "")
    if laid.problems:
        raise refused(laid.problems)
    if not any(row.is_asked for row in laid.rows):
        raise refusal(("item", "asks nothing of the person"))
    panels = [code.code for code in questionnaire.code if code.system in ("", LOINC)]
    found = recognised(panels, laid.rows, known)
    notes = tuple(map(shown, [*laid.left_out, *found.notes]))
    sheet = found.sheet.id if found.sheet is not None else ""
    return Imported(pack_files(questionnaire, laid.rows, found, notes, known), sheet, notes)
