"""What a person sees on a page and presses there, by object name."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def find(page, name, kind=QWidget):
    return next(found for found in page.findChildren(kind, name) if found.isVisibleTo(page))


def sees(page, name):
    return any(found.isVisibleTo(page) for found in page.findChildren(QWidget, name))


def press(page, name):
    find(page, name, QAbstractButton).click()
    QApplication.processEvents()


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def text(page, name):
    return find(page, name, QLabel).text()


def focused(page):
    return page.focusWidget().objectName()
