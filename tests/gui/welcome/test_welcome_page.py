"""The first two steps: words that lock the journal, then the next session and the country."""

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from kat_journal.domain.contact import ContactKind
from kat_journal.errors import CommonPassphraseError, DiskFullError, UnusablePassphraseError
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
        self.made, self.opened, self.led_to, self.offers = [], [], [], list(OFFERED)

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
        has_journal=bool, is_missing=bool, open=nothing, create=maker.create, recover=nothing, numbers=nothing,
        offer_words=maker.offer_words, warm_up=nothing, restart=nothing, preferences=preferences, clock=clock,
        folder=tmp_path, can_seal=bool, has_sealed_words=bool, sealed_writer=nothing, salvager=nothing,
        restorer=nothing, bring_in=nothing,
    )  # fmt: skip
    page = build(gate, InlineTasks(), maker.made.append, maker.opened.append, maker.led_to.append, None, None)
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


def test_who_has_a_backup_is_led_to_it_and_nothing_is_made(page, maker):
    press(page, "restoring")

    assert maker.led_to == ["restoring"]
    assert maker.passphrases == []
    assert page.findChild(QAbstractButton, "back") is None, "there is nothing to go back to"


def test_while_the_journal_is_being_made_nothing_else_can_be_begun(page):
    page.passphrase_step.show_busy()
    assert not page.findChild(QAbstractButton, "restoring").isEnabled()

    page.passphrase_step.show_trouble("It was not made.")
    assert page.findChild(QAbstractButton, "restoring").isEnabled()


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


def test_ones_own_passphrase_is_judged_in_words_while_it_is_typed(page, qtbot):
    press(page, "use-my-own")
    qtbot.keyClicks(line(page, "new-passphrase"), "password1234")

    strength = page.findChild(QWidget, "passphrase-strength")
    qtbot.waitUntil(strength.isVisible)

    assert strength.text().startswith("Too easy")


@pytest.mark.parametrize(
    "own",
    [
        "\u96e8\u306e\u65e5\u306b\u6b69\u304f\u732b\u3068\u9752\u3044\u50d8",
        'e\u0301t\u00e9 \U0001f33f "quotes"',
        "x y" * 100,
    ],
)
def test_any_script_and_length_will_do(page, maker, own):
    press(page, "use-my-own")
    line(page, "new-passphrase").setText(own)
    line(page, "passphrase-again").setText(own)

    press(page, "go-on")

    assert maker.passphrases == [own]
    assert line(page, "new-passphrase").text() == "", "it is kept nowhere"


def test_a_common_one_is_refused_with_the_reason(page, maker):
    maker.refusal = CommonPassphraseError()
    line(page, "passphrase-again").setText(OFFERED[0])

    press(page, "go-on")

    assert trouble(page) == f"{CommonPassphraseError.user_message} {CommonPassphraseError.hint}"
