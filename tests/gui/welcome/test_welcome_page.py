"""The first two steps: words that lock the journal, then the next session and the country."""

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from kat_journal.domain.contact import ContactKind
from kat_journal.errors import DiskFullError, UnusablePassphraseError
from kat_journal.gui.dates import from_field
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.welcome import build
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.stepping import When
from tests.helpers.clock import november

OFFERED = ("copper lantern quiet meadow", "harbour plum seven kettle")
OWN = "a passphrase of my own"


class Maker:
    """Makes the journal of the test, and notes with which passphrase."""

    def __init__(self, journal):
        self.journal = journal
        self.passphrases = []
        self.refusal = None
        self.made, self.opened, self.offers = [], [], list(OFFERED)

    def create(self, passphrase):
        self.passphrases.append(passphrase)
        if self.refusal is not None:
            raise self.refusal
        return self.journal

    def offer_words(self):
        return self.offers.pop(0)


@pytest.fixture
def maker(journal):
    return Maker(journal)


@pytest.fixture
def page(qtbot, theme, maker, preferences, clock, tmp_path):
    def nothing():
        return None

    gate = Gate(
        has_journal=lambda: False, open=nothing, create=maker.create, offer_words=maker.offer_words, numbers=nothing,
        warm_up=nothing, restart=nothing, preferences=preferences, clock=clock, folder=tmp_path,
    )  # fmt: skip
    page = build(gate, InlineTasks(), maker.made.append, maker.opened.append, None)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def second(page):
    """The page at its second step."""
    line(page, "passphrase-again").setText(OFFERED[0])
    press(page, "go-on")
    return page


def line(page, name):
    return page.findChild(QLineEdit, name)


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def trouble(page):
    notice = page.findChild(QWidget, "trouble")
    return notice.text() if notice.isVisible() else ""


def test_four_words_are_offered_readable_and_others_on_request(page):
    assert line(page, "new-passphrase").text() == OFFERED[0]
    assert line(page, "new-passphrase").echoMode() is PassphraseField.EchoMode.Normal
    assert line(page, "new-passphrase").isReadOnly()

    line(page, "passphrase-again").setText("half")
    press(page, "other-words")

    assert line(page, "new-passphrase").text() == OFFERED[1]
    assert line(page, "passphrase-again").text() == ""


def test_typing_the_words_once_more_makes_the_journal_and_goes_on(page, maker, qtbot):
    qtbot.keyClicks(line(page, "passphrase-again"), OFFERED[0])
    qtbot.keyClick(line(page, "passphrase-again"), Qt.Key.Key_Return)

    assert maker.passphrases == [OFFERED[0]]
    assert maker.made == [maker.journal]
    assert maker.opened == []
    assert page.findChild(QWidget, "welcome-session").isVisible()


@pytest.mark.parametrize("again", ["", "copper lantern quiet", "Copper lantern quiet meadow"])
def test_words_that_are_not_the_same_make_nothing_and_may_be_typed_again(page, maker, again):
    line(page, "passphrase-again").setText(again)

    press(page, "go-on")

    assert "not the same yet" in trouble(page)
    assert maker.passphrases == []
    assert page.findChild(QAbstractButton, "go-on").isEnabled()


def test_a_person_may_take_a_passphrase_of_their_own_typed_unseen(page, maker, qtbot):
    press(page, "use-my-own")
    assert line(page, "new-passphrase").echoMode() is PassphraseField.EchoMode.Password
    assert line(page, "new-passphrase").text() == ""

    qtbot.keyClicks(line(page, "new-passphrase"), OWN)
    qtbot.keyClick(line(page, "new-passphrase"), Qt.Key.Key_Return)
    qtbot.keyClicks(line(page, "passphrase-again"), OWN)
    press(page, "go-on")

    assert maker.passphrases == [OWN]


def test_nothing_but_blanks_is_no_passphrase(page, maker):
    press(page, "use-my-own")
    line(page, "new-passphrase").setText("   ")
    line(page, "passphrase-again").setText("   ")

    press(page, "go-on")

    assert maker.passphrases == []


def test_the_offered_words_come_back_after_all(page):
    press(page, "use-my-own")

    press(page, "other-words")

    assert line(page, "new-passphrase").text() == OFFERED[1]
    assert line(page, "new-passphrase").isReadOnly()


@pytest.mark.parametrize("refusal", [UnusablePassphraseError(), DiskFullError()])
def test_a_journal_that_cannot_be_made_is_said_and_what_was_typed_stays(page, maker, refusal):
    maker.refusal = refusal
    line(page, "passphrase-again").setText(OFFERED[0])

    press(page, "go-on")

    assert trouble(page) == f"{refusal.user_message} {refusal.hint}"
    assert line(page, "passphrase-again").text() == OFFERED[0]
    assert maker.made == []


def test_going_on_twice_makes_one_journal(page, maker, qtbot):
    line(page, "passphrase-again").setText(OFFERED[0])
    page.passphrase_step.show_busy()

    qtbot.keyClick(line(page, "passphrase-again"), Qt.Key.Key_Return)

    assert maker.passphrases == []


def test_the_second_step_suggests_tomorrow_at_nine_and_the_known_country(second):
    when = second.findChild(When, "next-session")

    assert from_field(when.dateTime(), "Europe/London") == november(24, 9)
    assert second.findChild(QComboBox, "country").currentText() == "United Kingdom"


def test_without_a_known_country_the_computers_own_is_suggested(page, preferences):
    preferences.country = ""
    line(page, "passphrase-again").setText(OFFERED[0])
    press(page, "go-on")

    own = QLocale.territoryToCode(QLocale.system().territory())
    chooser = page.findChild(QComboBox, "country")
    assert chooser.currentData() == (own if chooser.findData(own) >= 0 else "")


def test_the_first_session_the_country_and_the_clinics_number_are_kept(second, maker, preferences):
    second.findChild(When, "next-session").setTime(QTime(14, 30))
    chooser = second.findChild(QComboBox, "country")
    chooser.setCurrentIndex(chooser.findData("CA"))
    line(second, "clinic-number").setText(" 020 7946 0000 ")

    press(second, "go-on-session")

    [session] = maker.journal.courses.sessions()
    [contact] = maker.journal.support.contacts()
    assert session.start == november(24, 14, 30)
    assert (contact.kind, contact.number) == (ContactKind.CLINIC, "020 7946 0000")
    assert preferences.country == "CA"
    assert preferences.path.exists()
    assert maker.opened == [maker.journal]


def test_all_of_it_can_wait(second, maker, preferences):
    second.findChild(QComboBox, "country").setCurrentIndex(0)

    press(second, "no-date")

    assert maker.journal.courses.sessions() == ()
    assert maker.journal.support.contacts() == ()
    assert preferences.country == ""
    assert maker.opened == [maker.journal]


def test_the_journal_opens_even_where_the_first_session_could_not_be_kept(second, maker, vault):
    vault.close()

    press(second, "go-on-session")

    assert maker.opened == [maker.journal]
    assert not second.findChild(QAbstractButton, "go-on-session").isEnabled()
