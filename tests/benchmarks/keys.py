"""Typing into a field, key by key; a key's time holds its layout and its painting."""

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

KEYS = 200
LETTERS = "etaoin shrdlu"


def typed(field: QWidget, keys: int = KEYS) -> list[float]:
    """Milliseconds of each key, from pressing it until everything that it asked for is painted."""
    took = []
    for number in range(-5, keys):
        letter = LETTERS[number % len(LETTERS)]
        key = Qt.Key.Key_Space if letter == " " else getattr(Qt.Key, f"Key_{letter.upper()}")
        began = time.perf_counter()
        QTest.keyClick(field, key)
        QApplication.processEvents()
        if number >= 0:
            took.append((time.perf_counter() - began) * 1e3)
    return took


def say(took: list[float]) -> None:
    """Print the numbers and leave."""
    print(*(f"{number:.4f}" for number in took), flush=True)
    QApplication.quit()
