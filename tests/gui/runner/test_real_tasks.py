"""The runner with its journal on another thread, as in the program."""

from dataclasses import replace

import pytest

from kat_journal.gui.tasks import ThreadTasks
from kat_journal.services.journal import OpenJournal
from kat_journal.storage.creating import create_vault
from tests.gui.runner.conftest import form_id, item


@pytest.fixture
def threads(qapp):
    tasks = ThreadTasks()
    yield tasks
    tasks.finish()


@pytest.fixture
def context(qtbot, context, threads, tmp_path, passphrase, kdf, library, messages, clock):
    """The surroundings with everything of the vault made and used on the journal thread."""
    made = []

    def make():
        vault = create_vault(tmp_path / "Threaded", passphrase, kdf)
        return vault, OpenJournal(vault, library, messages, clock, lambda: "GB")

    threads.journal(make, context=threads, then=made.append, failed=made.append)
    qtbot.waitUntil(lambda: bool(made))
    vault, journal = made[0]
    yield replace(context, journal=journal, tasks=threads)
    threads.journal(vault.close, context=threads)


def test_words_reach_the_journal_and_leaving_leads_back(qtbot, run_form, context, moves):
    runner = run_form("free-page")
    qtbot.waitUntil(lambda: runner.sees("item-words") and runner.find("item-words").hasFocus())
    runner.type("Snow on the roofs.")
    runner.page.flush()
    qtbot.waitUntil(lambda: runner.find("saved").text() == "Saved")
    uid = runner.page.place().response_uid
    runner.click("leave")
    qtbot.waitUntil(lambda: len(moves) == 1)

    read = []
    context.tasks.journal(lambda: context.journal.responses.open(uid), context=context.tasks, then=read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0].answers[item("words")].text == "Snow on the roofs."


def test_a_page_that_is_gone_at_once_leaves_nothing_behind(qtbot, run_form, context):
    runner = run_form("check-in.next-day")
    runner.page.flush()
    runner.page.hide()

    assert runner.page.place().form_id == form_id("check-in.next-day")
