"""What the tests of storage make again and again: a form, drafts, a quick key, full and read-only disks."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from kat_journal.domain.form import Form, Item, ItemType, Kind, Option, Phase, Point, Scale
from kat_journal.domain.ids import FormId, ItemId, Occurrence, Uid
from kat_journal.domain.response import Draft
from kat_journal.storage.keys import KdfParameters

FAST = KdfParameters(8192, 1, 1)
PASSPHRASE = "quiet river amber window"
NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)

BOTHER = Scale("bother", (Point(0, "not at all"), Point(1, "a little"), Point(4, "very much")))
FORM = Form(
    id=FormId("core:reflection.test"),
    version=1,
    kind=Kind.REFLECTION,
    phase=Phase.ANY,
    title="A form for tests",
    items=(
        Item(ItemId("words"), ItemType.TEXT, "What came up?"),
        Item(ItemId("nausea"), ItemType.SYMPTOM, "Nausea", scale=BOTHER, note=True),
        Item(ItemId("who"), ItemType.CHOICES, "Who was there?", options=(Option("friend", "A friend"),)),
        Item(ItemId("safety"), ItemType.YES_NO, "Thoughts of hurting yourself?", guarded=True),
    ),
)
WORDS, NAUSEA, WHO, SAFETY = (item.id for item in FORM.items)


def draft(*, occurrence: str | None = None, at: datetime = NOW, form: Form = FORM, **more: object) -> Draft:
    """A draft of the form, begun at that instant."""
    day = more.pop("day", date(2026, 11, 23))
    return Draft(
        uid=Uid(str(uuid4())),
        form=form,
        day=day,
        started_at=at,
        zone="Europe/London",
        occurrence=Occurrence(occurrence) if occurrence else None,
        **more,
    )


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every name in the folder with its bytes: what must be the same after a refusal."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size, mounted at the folder; skips where this user may not mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    _run_or_skip("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make the folder read-only: by its mode, or by a mount for root, who passes over modes."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o700)
        return
    _run_or_skip("mount", "--bind", str(folder), str(folder))
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _run_or_skip(*command: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk for this test")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"this system refuses to mount a disk for this test: {done.stderr.strip()}")
