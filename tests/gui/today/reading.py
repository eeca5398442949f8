"""Reading Today, and pressing what is seen there."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def text(page, name):
    return next(found for found in page.findChildren(QLabel, name) if found.isVisibleTo(page)).text()


def sees(page, name):
    return any(found.isVisibleTo(page) for found in page.findChildren(QWidget, name))


def press(page, name):
    next(found for found in page.findChildren(QAbstractButton, name) if found.isVisibleTo(page)).click()
    QApplication.processEvents()  # a layout shows what was added to it only then


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
