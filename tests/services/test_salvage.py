"""What is told of a salvage, and how the new journal takes the place of the damaged one."""

import shutil

import pytest

from kat_journal.errors import RecoveryCodeMistypedError, UnusablePassphraseError
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.salvage import Salvager
from kat_journal.storage import key_file
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import code_of
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE
from tests.storage.salvage_making import told

NEW = "amber lantern quiet river"
PAGE = 4096


@pytest.fixture
def damaged(demo_folder, tmp_path):
    """A copy of the demo whose table of contents is lost."""
    folder = shutil.copytree(demo_folder, tmp_path / "Journal")
    spoil(folder, 1)
    return folder


def spoil(folder, *pages):
    with (folder / DATABASE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 1000)
            file.write(b"damage")


@pytest.fixture
def salvager(library, messages, clock, kdf):
    return Salvager(library.forms.values, messages, clock, kdf)


def test_a_whole_journal_is_told_as_whole(demo_folder, tmp_path, salvager):
    folder = shutil.copytree(demo_folder, tmp_path / "Journal")
    report = salvager.with_passphrase(folder, PASSPHRASE, tmp_path / "New")
    assert report.is_all
    assert report.counts[:2] == told(folder, PASSPHRASE)
    assert report.remarks[0] == "Every part of the file could be read. Nothing is missing."
    assert "recovery kit" in report.remarks[-1]


def test_with_the_code_the_passphrase_is_new(demo_folder, damaged, tmp_path, salvager):
    code = code_of(next(key_file.read(demo_folder)[0].seeds(PASSPHRASE))[1])
    with pytest.raises(UnusablePassphraseError):
        salvager.with_code(damaged, code, tmp_path / "New", "short")
    with pytest.raises(RecoveryCodeMistypedError):
        salvager.with_code(damaged, "AAAA", tmp_path / "New", NEW)

    report = salvager.with_code(damaged, code, tmp_path / "New", NEW)

    assert not report.is_all
    assert "table of contents is lost" in report.remarks[0]
    open_vault(tmp_path / "New", NEW).close()


def test_what_is_missing_is_told(demo_folder, tmp_path, salvager):
    """Every page but a few is lost in turn, so that each sentence is said at least once."""
    said = set()
    for first in range(2, 90, 12):
        folder = shutil.copytree(demo_folder, tmp_path / f"{first}" / "Journal")
        spoil(folder, *range(first, first + 12))
        report = salvager.with_passphrase(folder, PASSPHRASE, salvager.place_for(folder))
        said.update(remark.split(".")[0][:22] for remark in report.remarks)
        open_vault(report.folder, PASSPHRASE).close()
    assert "Some answers lost the " in said


def test_settings_about_the_old_keys_and_the_old_file_do_not_come_along(demo_folder, tmp_path, salvager):
    folder = shutil.copytree(demo_folder, tmp_path / "Journal")
    vault = open_vault(folder, PASSPHRASE)
    for key in ("kit.made-on", "checked.on", "checked.damaged", "kept"):
        Settings(vault.connection).put(key, "2026-11-01")
    vault.close()
    salvager.with_passphrase(folder, PASSPHRASE, tmp_path / "New")
    vault = open_vault(tmp_path / "New", PASSPHRASE)
    kept = {row["key"] for row in vault.connection.rows("SELECT key FROM setting WHERE value = '2026-11-01'")}
    assert kept == {"kept"}
    vault.close()


def test_the_new_journal_takes_the_place_and_the_damaged_one_is_kept(damaged, salvager):
    new = salvager.place_for(damaged)
    assert new.name == "Journal saved 2026-11-23"
    report = salvager.with_passphrase(damaged, PASSPHRASE, new)
    assert salvager.place_for(damaged).name == "Journal saved 2026-11-23 2"

    salvager.put_in_place(new, damaged, PASSPHRASE)

    assert told(damaged, PASSPHRASE) == (report.counts[0], report.counts[1])
    assert not new.exists()
    assert len(list((damaged / "backups").glob("*.kjbackup"))) == 1


def test_cut_texts_and_taken_versions_are_told(salvager, tmp_path):
    from kat_journal.storage.salvage import Salvaged
    from kat_journal.storage.salvaging.stand_ins import StoodIn

    tables = dict.fromkeys(("response", "answer", "setting"), 3)
    nothing = dict.fromkeys(
        ("answer_version", "session", "appointment", "practice", "question", "later", "support_contact", "course"), 0
    )
    done = Salvaged({**tables, **nothing}, {**tables, **nothing}, 4, 2, False, StoodIn(0, 0, 5))
    report = salvager._report(tmp_path, done)
    assert report.counts == ("3 of 6 pages", "3 of 6 answers", "3 of 6 settings and other small things")
    assert ("4" in report.remarks[0], "5" in report.remarks[1]) == (True, True)
