"""Programs that are killed in the middle of a great change: the old state or the new one is there, whole."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kat_journal.errors import JournalTooNewError, WrongPassphraseError, WrongRecoveryCodeError
from kat_journal.services.demo import PASSPHRASE as OF_DEMO
from kat_journal.storage import key_file
from kat_journal.storage.backup_file import SUFFIX
from kat_journal.storage.backup_look import verify
from kat_journal.storage.backup_places import FOLDER
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.rekeying import code_for
from kat_journal.storage.restoring import restore
from tests.helpers.clock import MONDAY_MORNING
from tests.torture import words
from tests.torture.kinds import rewrite
from tests.torture.moments import Span
from tests.torture.numbers import FULL, often
from tests.torture.tracing import under_tracer
from tests.torture.whole import everything, unwhole

KILLS = often(200, 4)
CALLS = ("fsync", "ftruncate", "mkdir", "rename", "rmdir", "unlink", "unlinkat")
"""What makes a change last. A program is also killed right before each of these."""


def state_of(folder, passphrase, migrations=MIGRATIONS):
    """Everything in the journal, which is whole."""
    vault = open_vault(folder, passphrase, migrations)
    try:
        assert unwhole(vault.connection) == []
        return everything(vault.connection)
    finally:
        vault.close()


def opens(folder, passphrase):
    try:
        open_vault(folder, passphrase).close()
    except WrongPassphraseError:
        return False
    return True


def calls_of(worker, kind, made, place, *arguments):
    """How many of each of these calls the program makes; in ``make test`` the last ones alone."""
    log = place / "calls.log"
    under_tracer(worker, log, CALLS, kind, shutil.copytree(made, place / "watched"), *arguments, tracing=())
    counts = Counter(line.split("(")[0] for line in log.read_text().splitlines() if " = 0" in line or " = -1" in line)
    for call, count in counts.items():
        for number in range(1, count + 1) if FULL else {count}:
            yield call, number


def killed(worker, kind, made, place, *arguments, seed):
    """Let a program do that to a copy of the journal, and kill it: at some moment, and at each call that counts.

    Gives:
        Each folder, and what the program had said.
    """
    whole = worker.run(kind, shutil.copytree(made, place / "whole"), *arguments)
    assert whole.said
    assert not whole.said[-1].startswith(("refused", "broke")), whole.said
    chance = random.Random(seed)
    for kill in range(KILLS):
        folder = Path(shutil.copytree(made, place / str(kill)))
        told = worker.run(kind, folder, *arguments, seconds=chance.uniform(0, whole.took))
        assert not any(line.startswith(("refused", "broke")) for line in told.said), told
        yield folder, told
        shutil.rmtree(folder)
    for call, number in tuple(calls_of(worker, kind, made, place, *arguments)):
        folder, log = Path(shutil.copytree(made, place / f"{call} {number}")), place / "calls.log"
        tracing = ("-e", f"inject={call}:signal=KILL:when={number}")
        told = under_tracer(worker, log, CALLS, kind, folder, *arguments, tracing=tracing)
        assert told.was_killed, told
        yield folder, told
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def states(demo_folder, tmp_path_factory):
    """What stands in the demo's journal before and after the migration."""
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("states") / "Journal")
    found = []
    for migrations in (MIGRATIONS, (*MIGRATIONS, rewrite)):
        vault = open_vault(folder, OF_DEMO, migrations)
        found.append(everything(vault.connection))
        vault.close()
    assert found[0] != found[1]
    return found


def test_a_killed_migration_leaves_the_old_journal_or_the_new_one(worker, demo_folder, states, tmp_path):
    old, new = states
    seen = set()
    for folder, told in killed(worker, "migrates", demo_folder, tmp_path, OF_DEMO, seed=1):
        try:
            found = state_of(folder, OF_DEMO)
        except JournalTooNewError:
            found = state_of(folder, OF_DEMO, (*MIGRATIONS, rewrite))
            assert found == new
        else:
            assert (found, told.said) == (old, ())
        seen.add((found, (folder / FOLDER).is_dir()))
        # And the next opening brings it up, whatever the killed one left.
        assert state_of(folder, OF_DEMO, (*MIGRATIONS, rewrite)) == new
    assert len(seen) > 1, "it was hit at more than one step"


def test_a_killed_change_of_passphrase_leaves_one_that_opens(worker, demo_folder, states, tmp_path):
    seen = set()
    for folder, told in killed(worker, "changes_passphrase", demo_folder, tmp_path, OF_DEMO, words.OTHER, seed=2):
        first, second = random.Random(str(folder)).sample([OF_DEMO, words.OTHER], 2)
        chosen = first if opens(folder, first) else second
        assert state_of(folder, chosen) == states[0]
        assert [opens(folder, one) for one in (first, second)] == [one == chosen for one in (first, second)]
        assert chosen == words.OTHER or not told.said
        seen.add((chosen, bool(told.said)))
    assert len(seen) > 1, "it was hit at more than one step"


def test_a_killed_new_recovery_code_leaves_one_that_opens(worker, demo_folder, states, tmp_path):
    old = code_for(demo_folder, OF_DEMO)
    seen = set()
    for folder, told in killed(worker, "replaces_code", demo_folder, tmp_path, OF_DEMO, seed=3):
        assert state_of(folder, OF_DEMO) == states[0]
        assert len(key_file.read(folder)[0].slots) == 1, "opening it keeps the seed that opens it, and no other"
        code = code_for(folder, OF_DEMO)
        open_with_seed(folder, seed_of(code)).close()
        assert not told.said or told.said == (code,)
        if code != old:
            with pytest.raises(WrongRecoveryCodeError):
                open_with_seed(folder, seed_of(old))
        assert all(verify(path).verified for path in (folder / FOLDER).glob(f"*{SUFFIX}"))
        seen.add((code == old, bool(told.said), (folder / FOLDER).is_dir()))
    assert len(seen) > 1, "it was hit at more than one step"


def test_a_killed_backup_leaves_whole_backups_alone(worker, demo_folder, states, tmp_path):
    folder, span, made, unfinished = (
        Path(shutil.copytree(demo_folder, tmp_path / "Journal")),
        Span(random.Random(4)),
        -1,
        0,
    )
    for _ in range(max(KILLS, 12)):
        told = worker.run("backs_up", folder, OF_DEMO, made + 1, seconds=span.moment())
        assert told.was_killed, told
        span.learn(3 * (told.number - made))
        made = max(made, told.number)
        assert state_of(folder, OF_DEMO) == states[0]
        found = {path.name: path for path in (folder / FOLDER).glob("*")}
        backups = {name: path for name, path in found.items() if name.endswith(SUFFIX)}
        assert set(backups) >= {f"{number}{SUFFIX}" for number in range(max(0, made - 2), made + 1)}
        assert all(verify(path).verified for path in backups.values())
        unfinished += len(found) > len(backups)
        for path in backups.values():
            if int(path.stem) < made - 2:
                path.unlink()
    assert unfinished > 0, "it was hit half-way"
    restore(folder / FOLDER / f"{made}{SUFFIX}", tmp_path / "Restored", OF_DEMO, MONDAY_MORNING)
    assert state_of(tmp_path / "Restored", OF_DEMO) == states[0]


@pytest.fixture
def with_backup(worker, demo_folder, tmp_path):
    """A journal that was written on, under another passphrase, since its backup; and the backup."""
    folder, path = Path(shutil.copytree(demo_folder, tmp_path / "Later")), tmp_path / f"early{SUFFIX}"
    worker.run("replaces_code", folder, OF_DEMO)  # which makes a backup before
    (folder / FOLDER / f"before-new-code{SUFFIX}").rename(path)
    worker.run("changes_passphrase", folder, OF_DEMO, words.OTHER)
    journal = words.opened(open_vault(folder, words.OTHER))
    words.save(journal, 1)
    journal.close()
    return folder, path


def test_a_killed_restore_leaves_the_journal_or_the_backup(worker, with_backup, states, tmp_path):
    later, path = with_backup
    now, seen = state_of(later, words.OTHER), set()
    assert now != states[0]
    for folder, told in killed(worker, "restores", later, tmp_path, OF_DEMO, str(path), seed=5):
        is_restored = opens(folder, OF_DEMO)
        assert opens(folder, words.OTHER) != is_restored
        if is_restored:
            assert state_of(folder, OF_DEMO) == states[0]
            (kept,) = (folder / FOLDER).glob(f"*{SUFFIX}")
            restore(kept, tmp_path / "kept", words.OTHER, MONDAY_MORNING)
            assert state_of(tmp_path / "kept", words.OTHER) == now
            shutil.rmtree(tmp_path / "kept")
        else:
            assert state_of(folder, words.OTHER) == now
            assert not told.said
        seen.add((is_restored, bool(told.said)))
    assert len(seen) > 1, "it was hit at more than one step"
