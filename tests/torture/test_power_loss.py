"""The power fails at any moment: a disk that keeps only what it was told to keep still has every acknowledged save."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kat_journal.errors import KatJournalError, WrongPassphraseError
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.rekeying import code_for
from tests.storage.making import contents
from tests.torture import words
from tests.torture.disk import TRACER, Disk, Event, read_log
from tests.torture.numbers import need, often
from tests.torture.worker import Worker

IMAGES = often(1_000, 100)
CONTROLS = often(1_000, 40)
IMAGES_OF_CHANGES = often(200, 25)
SAVES = 30


@dataclass(frozen=True)
class Seen:
    """A journal before a program saved in it, every call of the program, and the journal after it."""

    before: Path
    events: list[Event]
    after: Path


def watched(kind: str, empty: Path, place: Path, *arguments: object) -> Seen:
    need("strace")
    folder, log = Path(shutil.copytree(empty, place / "Journal")), place / "calls.log"
    before = Path(shutil.copytree(folder, place / "before"))
    with closing(Worker(*TRACER, str(log))) as tracer:
        told = tracer.run(kind, folder, *arguments)
    assert not told.said[-1].startswith(("refused", "broke")), told.said
    events = read_log(log, folder)
    log.unlink()
    return Seen(before, events, folder)


@pytest.fixture(scope="module")
def careful(empty, tmp_path_factory):
    return watched("some_saves", empty, tmp_path_factory.mktemp("careful"), SAVES)


def lost_after(image: Path, lines: list[str]) -> str:
    """What is wrong after the power came back, in a word; empty when nothing is."""
    try:
        vault = open_vault(image, words.PASSPHRASE)
    except KatJournalError as error:
        return type(error).__name__
    try:
        check_all(vault.connection)
        with vault.connection.writing():
            vault.connection.execute("INSERT INTO answer_search (answer_search, rank) VALUES ('integrity-check', 1)")
        said = max((int(line) for line in lines if line.isdecimal()), default=-1)
        return "lost" if words.missing(vault.connection, said) else ""
    finally:
        vault.close()


def cut_often(seen: Seen, images: int, place: Path, look: Callable[[Path, list[str]], str] = lost_after) -> list[str]:
    """Cut the power at so many moments; gives what is found after each."""
    chance = random.Random(4)
    found = []
    moments = sorted(chance.randrange(len(seen.events) + 1) for _ in range(images))
    disk, at = Disk(seen.before), 0
    for number, moment in enumerate(moments):
        for event in seen.events[at:moment]:
            disk.see(event)
        at = moment
        image = place / str(number)
        disk.cut(chance, image)
        found.append(look(image, disk.said))
        shutil.rmtree(image)
    return found


def test_no_power_loss_takes_an_acknowledged_save(careful, tmp_path):
    found = cut_often(careful, IMAGES, tmp_path)

    print(f"{len(found)} power cuts: {found.count('lost')} lost a save, {len(found) - found.count('')} had any fault")
    assert len(found) == IMAGES
    assert set(found) == {""}


def test_with_the_usual_settings_some_would_be_lost(empty, tmp_path):
    seen = watched("careless_saves", empty, tmp_path, SAVES)
    found = cut_often(seen, CONTROLS, tmp_path)

    print(f"with DELETE and FULL, {found.count('lost')} of {len(found)} power cuts lost an acknowledged save")
    assert found.count("lost") > 0


def one_opens(image: Path, lines: list[str]) -> str:
    """Which of two passphrases opens what the power cut left; after that the other one does not."""
    for chosen, other in (words.OTHER, words.PASSPHRASE), (words.PASSPHRASE, words.OTHER):
        with suppress(WrongPassphraseError):
            open_vault(image, chosen).close()
            with pytest.raises(WrongPassphraseError):
                open_vault(image, other)
            return "the new one" if chosen == words.OTHER else f"the old one{', too late' * ('done' in lines)}"
    return "neither"


def test_a_power_loss_while_the_passphrase_changes_leaves_one_that_opens(empty, tmp_path):
    seen = watched("changes_passphrase", empty, tmp_path, words.PASSPHRASE, words.OTHER)
    found = cut_often(seen, IMAGES_OF_CHANGES, tmp_path, one_opens)

    assert set(found) == {"the new one", "the old one"}


def code_after(image: Path, lines: list[str]) -> str:
    """What is wrong, if anything: the passphrase opens it, and so does the code that it then gives."""
    wrong = lost_after(image, [])
    code = code_for(image, words.PASSPHRASE)
    open_with_seed(image, seed_of(code)).close()
    return wrong or ("too late" if lines and lines[0] != code else "")


def test_a_power_loss_while_the_recovery_code_is_replaced_leaves_one_that_opens(careful, tmp_path):
    seen = watched("replaces_code", careful.after, tmp_path, words.PASSPHRASE)

    assert set(cut_often(seen, IMAGES_OF_CHANGES, tmp_path, code_after)) == {""}


def test_the_rebuilt_disk_is_the_real_one_where_the_power_stays(careful, tmp_path):
    """Otherwise the calls would be read wrongly, and the images would say nothing."""
    disk = Disk(careful.before)
    for event in careful.events:
        disk.see(event)
    disk.cut(None, tmp_path / "image")

    assert contents(tmp_path / "image") == contents(careful.after)
    assert disk.said[: SAVES + 1] == [*map(str, range(SAVES)), "closed"]
