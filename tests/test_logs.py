import logging
import subprocess
import sys
import threading

import pytest

from kat_journal import logs
from kat_journal.errors import DiskFullError

SENTINEL = "a secret sentence"


def failing():
    raise ValueError(SENTINEL)


def caught():
    try:
        failing()
    except ValueError as error:
        return error


def test_an_error_is_described_by_its_kind_and_its_places_alone():
    described = logs.describe(caught())

    assert described.startswith("ValueError at failing:")
    assert " < caught:" in described
    assert SENTINEL not in described


def test_an_error_that_was_never_raised_has_no_place():
    assert logs.describe(DiskFullError(SENTINEL)) == "DiskFullError at an unknown place"


def test_a_report_says_what_and_where_but_not_which_words(caplog):
    with caplog.at_level(logging.ERROR):
        logs.report(caught())

    assert "ValueError at failing" in caplog.text
    assert SENTINEL not in caplog.text


def test_a_failure_on_a_thread_is_reported(caplog):
    with caplog.at_level(logging.ERROR):
        logs._on_thread_exception(threading.ExceptHookArgs((ValueError, caught(), None, None)))

    assert "ValueError at failing" in caplog.text
    assert SENTINEL not in caplog.text


def test_a_thread_that_ended_without_an_error_is_not_reported(caplog):
    logs._on_thread_exception(threading.ExceptHookArgs((SystemExit, None, None, None)))

    assert caplog.text == ""


def test_an_unexpected_failure_is_reported_without_its_text(caplog):
    error = caught()

    with caplog.at_level(logging.ERROR):
        logs._on_exception(ValueError, error, error.__traceback__)

    assert "ValueError at failing" in caplog.text
    assert SENTINEL not in caplog.text


@pytest.fixture
def hooks():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_installing_takes_over_both_hooks(hooks):
    logs.install()

    assert (sys.excepthook, threading.excepthook) == (logs._on_exception, logs._on_thread_exception)


@pytest.mark.parametrize("where", ["fail()", "threading.Thread(target=fail).start()"])
def test_nothing_that_was_typed_reaches_the_screen_when_the_program_fails(where):
    program = (
        "import threading\nfrom kat_journal import logs\nlogs.install()\n"
        f"def fail():\n    raise ValueError({SENTINEL!r})\n{where}\n"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)

    assert "ValueError at fail" in ran.stderr
    assert SENTINEL not in ran.stdout + ran.stderr


SLOT = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from kat_journal import logs
from kat_journal.gui.tasks import ThreadTasks
logs.install()
words = sys.stdin.read()
application = QCoreApplication([])
tasks = ThreadTasks(application)
def fail(*_):
    raise ValueError(words)
left = [None] * 3
def fail_here(*_):
    left.pop()
    if not left:  # whichever thread was the last
        QTimer.singleShot(0, application.quit)
    fail()
tasks.journal(lambda: words, context=application, then=fail_here)
tasks.pool(fail, context=application, failed=fail_here)
tasks.journal(fail, context=application, failed=fail_here)
application.exec()
tasks.finish()
"""


def test_what_fails_in_the_window_or_behind_it_is_told_without_the_words():
    ran = subprocess.run(
        [sys.executable, "-c", SLOT], input=SENTINEL, capture_output=True, encoding="utf-8", check=False, timeout=60
    )

    assert ran.returncode == 0
    assert ran.stderr.count("ValueError at fail") == 3
    assert SENTINEL not in ran.stdout + ran.stderr


@pytest.fixture
def forced(journal, tmp_path, kdf, clock, resources):
    """One failure in each layer, each with the words in hand."""
    from kat_journal.app import App
    from kat_journal.config import Config, Preferences
    from kat_journal.content.library import load_library
    from kat_journal.domain.ids import Uid
    from kat_journal.export.writing import write_file
    from kat_journal.storage.opening import open_vault

    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.toml").write_text(f'id = "{SENTINEL}"\nnonsense', encoding="utf-8")
    app = App(Config(tmp_path / "Other", resources, Preferences(tmp_path / "config.toml")), clock, kdf=kdf)
    connection = journal._vault.connection
    return {
        "domain": lambda: Uid(int(SENTINEL)),
        "content": lambda: load_library(resources, "en", (pack,)),
        "storage": lambda: connection.execute(f"SELECT '{SENTINEL}").fetchall(),
        "search": lambda: connection.execute(
            "SELECT * FROM answer_search WHERE answer_search MATCH ?", (f'"{SENTINEL}',)
        ).fetchall(),
        "services": lambda: journal.settings.put(SENTINEL, [SENTINEL]),
        "courses": lambda: journal.courses.begin_course(SENTINEL, "", SENTINEL),
        "export": lambda: write_file(tmp_path / "nowhere" / "a.md", SENTINEL.encode()),
        "app": lambda: app.open(SENTINEL),
        "keys": lambda: open_vault(journal.folder, SENTINEL),
    }


LAYERS = ["domain", "content", "storage", "search", "services", "courses", "export", "app", "keys"]


@pytest.mark.parametrize("layer", LAYERS)
def test_a_failure_of_any_layer_is_told_without_the_words_that_it_had_in_hand(forced, layer, caplog):
    with pytest.raises(Exception) as failed:
        forced[layer]()

    with caplog.at_level(logging.ERROR):
        logs.report(failed.value)

    assert caplog.text != ""
    assert SENTINEL not in caplog.text


def test_some_of_these_failures_do_carry_the_words_themselves(forced):
    carried = []
    for layer in LAYERS:
        with pytest.raises(Exception) as failed:
            forced[layer]()
        carried.append(SENTINEL in str(failed.value) or SENTINEL in repr(failed.value.args))

    assert any(carried)
