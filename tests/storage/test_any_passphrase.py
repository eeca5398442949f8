"""Whatever a person can type as a passphrase opens the journal again, here and in another process."""

import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kat_journal.errors import WrongPassphraseError
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.rekeying import change_passphrase, check_passphrase, code_for
from tests.storage.making import FAST

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from pathlib import Path
from kat_journal.storage.opening import open_vault
open_vault(Path(sys.argv[1]), sys.stdin.buffer.read().decode()).close()
print("open")
"""
HARD = {
    "spaces inside and around": "  two  rivers \t met here ",
    "quotes": "it's \"fine\" `now` 'is it' \\ not; --",
    "composed": "Zo\u00eb caf\u00e9 na\u00efve \u00c5ngstr\u00f6m",
    "decomposed": unicodedata.normalize("NFD", "Zo\u00eb caf\u00e9 na\u00efve \u00c5ngstr\u00f6m"),
    "emoji": "\U0001f30a\U0001f469\u200d\U0001f467\U0001f3fd\u2764\ufe0f \U0001f1ec\U0001f1e7 lantern boat",
    "three hundred characters": "quiet river amber " * 16 + "the end of it",
    "right to left": "\u05e0\u05d4\u05e8 \u05e9\u05e7\u05d8 \u0628\u062d\u0631 \u0647\u0627\u062f\u0626 \u200f!",
    "nul and line ends": "one\0two\nthree\r\nfour",
    "hangul": "\uac15\ubb3c\uc774 \uc870\uc6a9\ud788 \ud750\ub978\ub2e4 \ubc24",
}

passphrases = st.text(st.characters(exclude_categories=["Cs"]), min_size=12, max_size=300).filter(
    lambda typed: len(unicodedata.normalize("NFC", typed).strip()) >= 12
)


@given(passphrases, passphrases, st.sampled_from(["NFC", "NFD"]))
@example(HARD["composed"], HARD["emoji"], "NFD")
@example(HARD["decomposed"], HARD["right to left"], "NFC")
@example(HARD["quotes"], HARD["three hundred characters"], "NFD")
@settings(max_examples=15)
def test_any_passphrase_opens_what_it_made_and_what_it_was_changed_to(first, second, typed_as):
    with tempfile.TemporaryDirectory() as place:
        vault = create_vault(Path(place) / "Journal", first, FAST)
        vault.close()

        vault = open_vault(vault.folder, unicodedata.normalize(typed_as, first))
        code = code_for(vault.folder, first, vault.key)
        change_passphrase(vault, first, second, FAST)
        vault.close()

        open_vault(vault.folder, unicodedata.normalize(typed_as, second)).close()
        assert code_for(vault.folder, second) == code


@pytest.mark.parametrize("kind", HARD)
def test_after_a_restart_it_opens_too(tmp_path, kind):
    create_vault(tmp_path / "Journal", HARD[kind], FAST).close()

    opened = subprocess.run(
        [sys.executable, "-c", OPEN, tmp_path / "Journal"],
        input=HARD[kind].encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )

    assert opened.stdout == b"open\n", opened.stderr


def test_what_looks_the_same_is_the_same_and_nothing_else_is(tmp_path):
    create_vault(tmp_path / "Journal", HARD["composed"], FAST).close()

    check_passphrase(tmp_path / "Journal", HARD["decomposed"])
    for other in (HARD["composed"].upper(), HARD["composed"] + " ", HARD["composed"].replace("\u00e9", "e")):
        with pytest.raises(WrongPassphraseError):
            check_passphrase(tmp_path / "Journal", other)
