"""The pages of backups, seen as every other page is: named, reached by Tab in reading order, and nothing clipped."""

from kat_journal.gui.navigation import PageName
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage import backup
from kat_journal.storage.opening import open_vault


def test_restoring(locked, tmp_path):
    folder = locked.app.config.journal
    vault = open_vault(folder, PASSPHRASE)
    first = folder / "backups" / "2026-11-23T103000.kjbackup"
    backup.make(vault.connection, vault.key, folder, first)
    vault.close()
    (first.parent / "replaced-2026-11-20T101010.kjbackup").write_bytes(first.read_bytes())
    (first.parent / "broken.kjbackup").write_bytes(b"x")
    locked.press("restoring")
    locked.judge("which backup")
    locked.press("restore-0")
    locked.judge("a backup's passphrase")
    locked.press("restore-switch")
    locked.find("restore-code").setText("ABCD")
    locked.press("restore-open")
    locked.judge("a backup's code with a slip")
    locked.press("restore-switch")
    locked.find("restore-passphrase").setText(PASSPHRASE)
    locked.press("restore-open")
    locked.judge("what is in a backup")
    locked.press("restore-put")
    locked.judge("a backup in place")


def test_backups(open_demo, tmp_path):
    open_demo.go(PageName.BACKUPS)
    open_demo.judge("no backups")
    (tmp_path / "stick").mkdir()
    open_demo.journal.backups.choose_second_place(tmp_path / "stick")
    open_demo.press("back-up-now")
    (open_demo.journal.backups.folder / "broken.kjbackup").write_text("x")
    open_demo.go(PageName.BACKUPS)
    open_demo.press("check-backups")
    open_demo.press("remove-older")
    open_demo.judge("backups")
