"""Steps of a person who takes a summary along."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit


def press(page, name):
    """Press the button of that name that is there."""
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisible()]
    found[-1].click()


def save(page):
    press(page, "save-summary")


def notice(page):
    """What the page says of a trouble."""
    return page.findChild(QLabel, "share-notice-text").text()


def said(page):
    """What the page says of what was done."""
    return page.findChild(QLabel, "saved-notice-text").text()


def choose(page, format):
    """Choose a format as a person does, from the list."""
    chooser = page.findChild(QComboBox, "save-as")
    place = chooser.findData(format)
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)


def type_password(page, first, again=None):
    """Type a password into both fields."""
    page.findChild(QLineEdit, "pdf-password").setText(first)
    page.findChild(QLineEdit, "pdf-password-again").setText(first if again is None else again)
