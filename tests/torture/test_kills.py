"""Programs that are killed at any moment while they write: what was said to be saved is there, and all is whole."""

import random
import shutil

from kat_journal.storage.opening import open_vault
from tests.torture import words
from tests.torture.moments import Span
from tests.torture.numbers import often
from tests.torture.whole import unwhole

KILLS = often(1_000, 30)
KILLS_A_JOURNAL = 40
"""Then a new one is begun: each kill is followed by reading everything that was ever saved."""


def killed_while(worker, kind, folder, chance, kills):
    """Kill so often while that work goes on, always the same journal; gives the saves, and what was wrong."""
    said, lost, span = -1, [], Span(chance)
    for _ in range(kills):
        told = worker.run(kind, folder, said + 1, seconds=span.moment())
        assert told.was_killed, told
        span.learn(told.number - said)
        said = max(said, told.number)
        vault = open_vault(folder, words.PASSPHRASE)
        assert unwhole(vault.connection) == []
        lost += words.missing(vault.connection, said)
        vault.close()
        if lost:
            break
    return said + 1, lost


def test_every_save_that_was_acknowledged_outlives_a_kill(worker, empty, tmp_path):
    chance, saves, kills = random.Random(1), 0, 0
    while kills < KILLS:
        folder = shutil.copytree(empty, tmp_path / str(kills))
        some = min(KILLS_A_JOURNAL, KILLS - kills)
        saved, lost = killed_while(worker, "saves", folder, chance, some)
        assert lost == []
        saves, kills = saves + saved, kills + some
        shutil.rmtree(folder)
    print(f"{kills} kills, {saves} acknowledged saves, 0 lost")
    assert saves > kills, "the programs got as far as saving"


def test_a_save_that_was_acknowledged_too_early_would_be_missed(worker, folder):
    _, lost = killed_while(worker, "boasts", folder, random.Random(2), 200)

    assert lost != []
