"""The file or folder that a person chose, as the files of a pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kat_journal.content.foreign import gathered, read_file
from kat_journal.content.pack_files import PackFiles
from kat_journal.domain.form import Form

QUESTIONNAIRE = ".json"
MAX_QUESTIONNAIRE = 2_000_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was found there.

    Attributes:
        notes: What of a questionnaire was left out; none for a pack.
        is_questionnaire: Whether it came as a FHIR questionnaire, and became a pack here.
    """

    files: PackFiles
    notes: tuple[str, ...] = ()
    is_questionnaire: bool = False


def read_chosen(path: Path, known: Mapping[str, Form]) -> Chosen:
    """Read it whole, once, and change nothing.

    Args:
        path: A folder, a zip, or a FHIR R4 questionnaire as JSON.
        known: The built-in score sheets, by the LOINC code of their questionnaire.

    Raises:
        PackError: With the file, the key and the reason.
    """
    if path.is_dir() or path.suffix.lower() != QUESTIONNAIRE:
        return Chosen(gathered(path))
    # Loaded here: few people ever import a questionnaire.
    reader = import_module("kat_journal.importing.fhir_questionnaire")
    imported = reader.import_questionnaire(read_file(path, MAX_QUESTIONNAIRE), known)
    return Chosen(imported.files, imported.notes, is_questionnaire=True)
