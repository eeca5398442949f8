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
