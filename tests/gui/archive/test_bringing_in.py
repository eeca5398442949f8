"""Bringing everything in: a file, a new passphrase, and an open journal, or nothing at all."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.gui.archive.bringing_in import build
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import InlineTasks
from tests.helpers import archives

WORDS = "hat lemon fox tulip"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "everything.json"
    path.write_bytes(archives.archive())
    return path


@pytest.fixture
def program(tmp_path, resources, clock, kdf):
    return App(Config(tmp_path / "New", resources, Preferences(tmp_path / "config.toml")), clock, None, kdf)


class Way:
    """Where the page led to."""

    def __init__(self):
        self.journals = []
        self.back = []


@pytest.fixture
def way():
    way = Way()
    yield way
    for journal in way.journals:
        journal.close()


@pytest.fixture
def page(show, program, dialogs, theme, way):
    return shown(show, program, dialogs, way, InlineTasks())


def shown(show, program, dialogs, way, tasks, **other):
    parts = dict.fromkeys(field.name for field in fields(Gate))
    parts |= {"bring_in": program.bring_in, "offer_words": lambda: WORDS, "folder": program.config.journal}
    parts |= {"has_journal": lambda: program.config.has_journal} | other
    back = lambda *words: way.back.append(words)  # noqa: E731
    return show(build(Gate(**parts), tasks, dialogs, way.journals.append, back, None))


def field(page, name):
    return next(one for one in page.view.findChildren(QLineEdit, name) if one.isVisible())


def choose(page, dialogs, path):
    dialogs.answer(path)
    page.press("bringing-in-file" if page.sees("bringing-in-file") else "bringing-in-other")


def test_a_file_and_a_passphrase_lead_to_an_open_journal(page, dialogs, file, way, program):
    assert page.button("bringing-in-file").hasFocus()
    choose(page, dialogs, file)
    assert page.said("bringing-in-which") == "The file is everything.json."
    again = field(page, "passphrase-again")
    assert again.hasFocus()
    QTest.keyClicks(again, WORDS)
    QTest.keyClick(again, Qt.Key.Key_Return)

    assert [one.folder for one in way.journals] == [program.config.journal]
    assert way.journals[0].practices.carried().practices[0].words == "Ten minutes outside"
    assert field(page, "new-passphrase").text() == ""


def test_two_passphrases_that_differ_make_nothing(page, dialogs, file, way, program):
    choose(page, dialogs, file)
    QTest.keyClicks(field(page, "passphrase-again"), "something else")
    page.press("bringing-in-go")

    assert page.said("bringing-in-notice-text").startswith("The two are not the same yet.")
    assert not program.config.journal.exists()


def test_a_passphrase_that_is_too_short_is_asked_for_again(page, dialogs, file, program):
    choose(page, dialogs, file)
    page.press("use-my-own")
    for name in ("new-passphrase", "passphrase-again"):
        QTest.keyClicks(field(page, name), "short")
    page.press("bringing-in-go")

    assert page.said("bringing-in-notice-text").startswith("That passphrase is too short")
    assert page.button("bringing-in-go").isEnabled()
    choose(page, dialogs, file)
    assert field(page, "new-passphrase").hasFocus()  # the person's own words stay their own


@pytest.mark.parametrize("path", [None, "letter.json"])
def test_another_file_or_none_asks_once_more(page, dialogs, tmp_path, path):
    (tmp_path / "letter.json").write_text("Dear Ruth", encoding="utf-8")
    choose(page, dialogs, tmp_path / path if path else None)

    assert page.sees("bringing-in-file")
    assert page.sees("bringing-in-notice") == (path is not None)


def test_a_damaged_file_makes_nothing_and_says_where(page, dialogs, file, program):
    data = archives.archive(archives.with_value("answer", "share", "everybody"))
    file.write_bytes(data)
    choose(page, dialogs, file)
    QTest.keyClicks(field(page, "passphrase-again"), WORDS)
    page.press("bringing-in-go")

    line = archives.line_of("answer")
    assert f"Something is wrong in line {line} (answer)." in page.said("bringing-in-notice-text")
    assert page.sees("bringing-in-file")
    assert not program.config.journal.exists()


def test_a_journal_that_is_made_and_cannot_be_opened_is_asked_for_its_passphrase(
    show, program, dialogs, theme, way, file
):
    def bring_in(*_):
        program.bring_in(file, WORDS).close()
        raise ValueError

    page = shown(show, program, dialogs, way, InlineTasks(), bring_in=bring_in)
    choose(page, dialogs, file)
    QTest.keyClicks(field(page, "passphrase-again"), WORDS)
    page.press("bringing-in-go")

    assert way.back == [("Something went wrong. What was saved before is safe.",)]


def test_it_tells_how_far_it_is_and_can_be_stopped(qtbot, show, program, dialogs, theme, way, file, held):
    page = shown(show, program, dialogs, way, held)
    choose(page, dialogs, file)
    held.go_on()  # the file is looked at
    held.go_on()  # words are offered
    QTest.keyClicks(field(page, "passphrase-again"), WORDS)
    page.press("bringing-in-go")
    assert page.button("bringing-in-stop").hasFocus()
    assert not page.button("back").isEnabled()
    qtbot.waitUntil(lambda: page.said("bringing-in-state") == "Bringing it in\u2026 0 %")
    QTest.keyClick(field(page, "passphrase-again"), Qt.Key.Key_Return)  # does not begin twice

    page.press("bringing-in-stop")
    held.go_on()
    assert page.said("bringing-in-notice-text") == "Stopped. Nothing was made."
    assert not program.config.journal.exists()
    assert held.is_idle()


def test_back_leads_to_the_way_in_and_nothing_typed_stays(page, dialogs, file, way):
    choose(page, dialogs, file)
    QTest.keyClicks(field(page, "passphrase-again"), WORDS)
    page.view.flush()
    page.press("back")

    assert way.back == [()]
    assert field(page, "passphrase-again").text() == ""
