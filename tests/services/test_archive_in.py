"""Everything comes in as a new journal, and leaves it again as the very same file."""

import shutil
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.content.library import load_library
from kat_journal.domain.response import Answer
from kat_journal.errors import ArchiveDamagedError, CommonPassphraseError, NotAnArchiveError, UnusablePassphraseError
from kat_journal.services.archive import ArchiveFormat, GivenUp
from kat_journal.services.archive_in import bring_in, look
from kat_journal.services.backup_run import Watch
from kat_journal.storage.archive_tables import TABLES, counts
from kat_journal.storage.opening import open_vault
from tests.conftest import PASSPHRASE, opened
from tests.helpers import archives
from tests.helpers.long_journal import fill
from tests.helpers.pack_making import FILES, as_folder

JSON = ArchiveFormat.JSON


@pytest.fixture
def come_in(tmp_path, kdf, resources, messages, clock):
    """Brings a file in, and opens the journal that it made."""
    vaults = []

    def come_in(file, watch=None):
        folder = tmp_path / f"Brought {len(vaults)}"
        bring_in(file, folder, PASSPHRASE, watch, kdf)
        vaults.append(open_vault(folder, PASSPHRASE))
        return opened(vaults[-1], load_library(resources), messages, clock)

    yield come_in
    for vault in vaults:
        vault.close()


def all_rows(journal):
    """Every row of every table that leaves, but for settings of one computer."""
    connection = journal._vault.connection
    return {
        table.name: [tuple(row) for row in connection.rows(table.read, (*table.first, 100_000))]
        for table in TABLES
        if table.name not in {"setting", "share_record"}
    }


def test_the_demo_comes_back_without_loss(demo, come_in, tmp_path):
    before = all_rows(demo)
    demo.archive.save(tmp_path / "first.json", JSON)
    other = come_in(tmp_path / "first.json")
    other.archive.save(tmp_path / "second.json", JSON)

    assert (tmp_path / "second.json").read_bytes() == (tmp_path / "first.json").read_bytes()
    assert all_rows(other) == before
    assert sum(map(len, before.values())) > 500


def test_years_of_weeks_come_back_without_loss(journal, come_in, tmp_path):
    fill(journal, 3, every=timedelta(days=7))
    before = counts(journal._vault.connection)
    journal.archive.save(tmp_path / "first.json", JSON)
    other = come_in(tmp_path / "first.json")
    other.archive.save(tmp_path / "second.json", JSON)

    assert (tmp_path / "second.json").read_bytes() == (tmp_path / "first.json").read_bytes()
    assert other._vault.connection.row("SELECT count(*) FROM answer")[0] == before["answer"] > 1000


def test_the_new_journal_can_be_used_at_once(demo, come_in, tmp_path):
    demo.archive.save(tmp_path / "all.json", JSON)
    other = come_in(tmp_path / "all.json")

    assert other.today.view() == demo.today.view()
    assert other.summaries.choice() == demo.summaries.choice()
    draft = other.responses.new("core:free-page").draft
    other.responses.save(draft, Answer("words", text="new words"))
    assert other.written.newest() != demo.written.newest()
    assert not other.keys.kit_made_on()


def test_a_pack_comes_along(demo_folder, come_in, resources, messages, clock, tmp_path):
    shutil.copytree(demo_folder, tmp_path / "Demo")
    from kat_journal.services.demo import PASSPHRASE as OF_DEMO

    vault = open_vault(tmp_path / "Demo", OF_DEMO)
    journal = opened(vault, load_library(resources), messages, clock)
    journal.packs.install(journal.packs.look(as_folder(tmp_path / "mine", FILES)))
    journal.archive.save(tmp_path / "all.json", JSON)
    other = come_in(tmp_path / "all.json")

    assert other.packs.installed() == journal.packs.installed() != ()
    assert other.packs.installed()[0].readable
    vault.close()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=20)), min_size=1, max_size=5))
def test_any_words_come_back_as_they_were(journal, come_in, tmp_path, words):
    for text, note in words:
        draft = journal.responses.new("core:free-page").draft
        journal.responses.save(draft, Answer("words", text=text, note=note))
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    journal.archive.save(first, JSON, overwrite=True)
    other = come_in(first)
    other.archive.save(second, JSON, overwrite=True)

    assert second.read_bytes() == first.read_bytes()
    assert all_rows(other) == all_rows(journal)


@pytest.mark.parametrize(
    ("passphrase", "kind"), [("short", UnusablePassphraseError), ("password1234", CommonPassphraseError)]
)
def test_a_passphrase_that_protects_nothing_makes_nothing(tmp_path, kdf, passphrase, kind):
    (tmp_path / "all.json").write_bytes(archives.archive())

    with pytest.raises(kind):
        bring_in(tmp_path / "all.json", tmp_path / "New", passphrase, None, kdf)
    assert [path.name for path in tmp_path.iterdir()] == ["all.json"]


def test_whoever_stops_it_finds_nothing(tmp_path, kdf):
    (tmp_path / "all.json").write_bytes(archives.archive())
    watch = Watch()
    watch.stopped = True

    with pytest.raises(GivenUp):
        bring_in(tmp_path / "all.json", tmp_path / "New", PASSPHRASE, watch, kdf)
    assert [path.name for path in tmp_path.iterdir()] == ["all.json"]


def test_a_file_is_looked_at_before_anybody_chooses_a_passphrase(tmp_path):
    (tmp_path / "all.json").write_bytes(archives.archive())
    (tmp_path / "letter.json").write_text("Dear Ruth")

    assert look(tmp_path / "all.json") == len(archives.archive())
    with pytest.raises(NotAnArchiveError):
        look(tmp_path / "letter.json")


TIMES = f"times.{archives.uid(1)}"
AT = archives.AT


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sealed-words.private-key", "AAAA"),
        ("support-card", "{}"),
        ("share.folder", "/home"),
        ("kit.made-on", "2026-11-23"),
        (TIMES, "yesterday"),
        (TIMES, "[]"),
        (TIMES, f'["{AT}","{AT}","{AT}",1]'),
        (TIMES, f'["{AT}","{AT}","0001-01-01T00:00:00Z",true]'),
        (TIMES, f'["{AT}","{AT}","2026-11-23T18:30:00",true]'),
    ],
)
def test_a_setting_that_is_none_of_the_persons_is_refused(tmp_path, kdf, key, value):
    refused(tmp_path, kdf, archives.archive(archives.rows(setting=[{"key": key, "value": value}])), "setting")


@pytest.mark.parametrize(
    "files",
    [
        "{}",
        '{"pack.toml": "id = 7"}',
        '{"pack.toml": "id ="}',
        '{"pack.toml": "id = \\"other\\""}',
        '{"pack.toml": "id = \\"mine\\"", "../../letter.txt": ""}',
        '{"pack.toml": "id = \\"mine\\"", "forms/run.py": ""}',
    ],
)
def test_a_pack_that_is_none_is_refused(tmp_path, kdf, files):
    refused(tmp_path, kdf, archives.archive(archives.with_value("pack", "files", files)), "pack")


def test_a_pack_that_cannot_be_read_here_comes_along_and_is_named(come_in, tmp_path):
    (tmp_path / "all.json").write_bytes(
        archives.archive(archives.with_value("pack", "files", '{"pack.toml": "id = \\"mine\\""}'))
    )
    journal = come_in(tmp_path / "all.json")

    assert [(one.id, one.readable) for one in journal.packs.installed()] == [("mine", False)]


def refused(folder, kdf, data, part):
    (folder / "all.json").write_bytes(data)
    with pytest.raises(ArchiveDamagedError) as error:
        bring_in(folder / "all.json", folder / "New", PASSPHRASE, None, kdf)
    assert error.value.details["part"] == part
    assert [path.name for path in folder.iterdir()] == ["all.json"]
