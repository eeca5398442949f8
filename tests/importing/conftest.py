"""The built-in sheets that an imported questionnaire may take over, and a way to read what was imported."""

import pytest

from kat_journal.content.foreign import read_foreign
from kat_journal.content.locate import resources_folder
from kat_journal.content.packs import read_pack
from kat_journal.content.support import read_support

CORE = read_pack(resources_folder() / "packs" / "core")
KNOWN = {form.loinc: form for form in CORE.forms.values() if form.loinc}
SUPPORT = read_support(resources_folder(), "en")


def form_of(files):
    """The one form of a pack, read as the program reads the pack of a stranger."""
    (form,) = read_foreign(files, "en", CORE, SUPPORT).forms.values()
    return form


@pytest.fixture
def phq_9():
    return KNOWN["44249-1"]


@pytest.fixture
def gad_7():
    return KNOWN["69737-5"]
