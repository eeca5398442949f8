"""Settings are in force at once, and kept."""

import tomllib

from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox, QWidget

from kat_journal.gui.navigation import PageName


def button(page, name):
    return page.findChild(QAbstractButton, name)


def kept(preferences):
    return tomllib.loads(preferences.path.read_text(encoding="utf-8"))


def test_a_look_is_applied_and_kept(page, context, preferences):
    button(page, "look-dark").click()

    assert preferences.look == "dark"
    assert context.apply_preferences.times == 1
    assert kept(preferences)["look"] == "dark"
    assert button(page, "look-dark").isChecked()
    assert not button(page, "look-light").isChecked()


def test_a_text_size_is_applied_and_kept(page, context, preferences):
    button(page, "text-size-200").click()

    assert preferences.text_scale == 200
    assert context.apply_preferences.times == 1
    assert kept(preferences)["text_scale"] == 200


def test_minutes_before_locking_are_applied_and_kept(page, context, preferences):
    minutes = page.findChild(QSpinBox, "auto-lock")
    assert (minutes.minimum(), minutes.maximum()) == (1, 60)

    minutes.setValue(12)

    assert kept(preferences)["auto_lock_minutes"] == 12
    assert context.apply_preferences.times == 1


def test_never_locking_is_asked_about_in_the_page(page, preferences):
    button(page, "auto-lock-never").click()

    assert preferences.auto_lock_minutes == 5
    assert not button(page, "auto-lock-never").isChecked()
    assert page.findChild(QWidget, "auto-lock-notice").isVisible()

    button(page, "auto-lock-confirm").click()

    assert kept(preferences)["auto_lock_minutes"] == 0
    assert button(page, "auto-lock-never").isChecked()
    assert not page.findChild(QSpinBox, "auto-lock").isEnabled()


def test_thinking_better_of_it_keeps_the_lock(page, preferences):
    button(page, "auto-lock-never").click()

    button(page, "auto-lock-keep").click()

    assert preferences.auto_lock_minutes == 5
    assert not page.findChild(QWidget, "auto-lock-notice").isVisible()


def test_locking_can_be_taken_up_again(page, preferences):
    button(page, "auto-lock-never").click()
    button(page, "auto-lock-confirm").click()

    button(page, "auto-lock-never").click()

    assert preferences.auto_lock_minutes == 5
    assert page.findChild(QSpinBox, "auto-lock").isEnabled()


def test_every_kind_of_answer_starts_private_and_a_choice_is_kept_in_the_journal(page, context):
    kinds = context.journal.settings.shared_kinds()
    assert set(kinds.values()) == {False}

    button(page, "starts-shared-effects").click()

    assert context.journal.settings.shared_kinds()["effects"]
    for kind in kinds:
        assert button(page, f"starts-shared-{kind}").text() != kind


def test_the_page_says_where_the_journal_is(page, context):
    assert page.findChild(QLabel, "journal-folder").text() == str(context.journal.folder)
    assert "not encrypted" not in page.findChild(QLabel, "where-0").text()


def test_writing_without_opening_can_be_turned_off_and_says_what_it_means(page, preferences):
    assert button(page, "sealed-on").isChecked()
    words = [label.text() for label in page.findChild(QWidget, "sealed").findChildren(QLabel)]
    assert any("Anyone at this computer can add words" in text for text in words)

    button(page, "sealed-on").click()

    assert kept(preferences)["sealed_words"] is False
    assert not button(page, "sealed-on").isChecked()


def test_it_begins_at_the_look_in_force(page):
    page.start_focus()

    assert page.focusWidget() is button(page, "look-light")
    assert page.place().name is PageName.SETTINGS


def test_what_goes_wrong_is_said_in_the_page(page):
    page.show_problem("The disk is full.")

    assert page.findChild(QLabel, "settings-notice-text").text() == "The disk is full."


def test_a_screen_reader_hears_where_the_journal_is(page, context):
    assert str(context.journal.folder) in page.findChild(QLabel, "journal-folder").accessibleName()


def test_the_age_and_place_of_the_newest_backup_lead_to_all_of_them(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)
    assert page.findChild(QLabel, "settings-backup-age").text().startswith("There is no backup yet.")
    assert page.findChild(QLabel, "settings-backup-folder").text() == str(context.journal.backups.folder)

    button(page, "backups").click()

    assert [place.name for place in moved] == [PageName.BACKUPS]


def test_passphrase_and_recovery_kit_are_one_press_away(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)

    button(page, "open-keys").click()

    assert [place.name for place in moved] == [PageName.KEYS]


def test_reminders_are_one_press_away(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)

    button(page, "open-reminders").click()

    assert [place.name for place in moved] == [PageName.REMINDERS]


def test_the_packs_are_reached_from_their_card(page, context):
    moved = []
    context.navigator.moved.connect(moved.append)

    button(page, "packs-open").click()

    assert [place.name for place in moved] == [PageName.PACKS]
