"""How a backup reads: when it was made, how large it is, and what kind it is."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kat_journal.domain.clock import local
from kat_journal.services.backup_list import Backup, BackupKind


def tr(text: str) -> str:
    """Translate a string about backups."""
    return QCoreApplication.translate("Backups", text)


def when(instant: datetime, zone: str) -> str:
    """Such as "Monday 23 November 2026, 10:30"."""
    wall = local(instant, zone)
    return f"{QLocale().toString(QDate(wall.year, wall.month, wall.day), 'dddd d MMMM yyyy')}, {wall:%H:%M}"


def size_of(size: int) -> str:
    """Such as "1.2 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def age(instant: datetime, now: datetime, zone: str) -> str:
    """When the newest backup was made, as a sentence."""
    days = (local(now, zone).date() - local(instant, zone).date()).days
    if days == 0:
        return tr("The newest backup was made today at {0}.").format(f"{local(instant, zone):%H:%M}")
    if days == 1:
        return tr("The newest backup was made yesterday.")
    return tr("The newest backup was made on {0}.").format(when(instant, zone))


def newest(backups: tuple[Backup, ...], now: datetime, zone: str) -> str:
    """When the newest one that was made in the ordinary way was made."""
    made = next((one.made_at for one in backups if one.is_regular and one.made_at is not None), None)
    return age(made, now, zone) if made is not None else tr("There is no backup yet. The first is made by itself soon.")


def title(backup: Backup, zone: str) -> str:
    """What a backup is called in a list."""
    return when(backup.made_at, zone) if backup.made_at is not None else backup.path.name


def about(backup: Backup) -> str:
    """Its size, and what is special about it."""
    if backup.made_at is None:
        return tr("It cannot be read: it is damaged, or it was made by something else.")
    kinds = {
        BackupKind.REPLACED: tr("{0}. What was in place before a backup was restored."),
        BackupKind.BEFORE_SCHEMA: tr("{0}. Made before an update of KAT Journal."),
    }
    return kinds.get(backup.kind, "{0}").format(size_of(backup.size))
