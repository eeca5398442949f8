"""Every schema that was ever released, as literal SQL. The list is written by hand; nothing in it is ever edited."""

from collections.abc import Callable

from kat_journal.storage.connection import Connection
from kat_journal.storage.migrations.m0001_first import apply as first

Migration = Callable[[Connection], None]

MIGRATIONS: tuple[Migration, ...] = (first,)
