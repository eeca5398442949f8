"""The installed Qt binding keeps Python's own objects: PySide6 6.12 lost them and aborted on Python 3.11."""

import json
import os
import subprocess
import sys

# From 3.12 on these objects are immortal: their count may drift and means nothing, so only the crash is looked for.
MORTAL = sys.version_info < (3, 12)

SCRIPT = """
import json, os, sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

class Sender(QObject):
    said = Signal(bool)

app = QApplication([])
sender, heard = Sender(), []
sender.said.connect(heard.append)
page = QPlainTextEdit()
page.show()

def lost(call, times):
    call()
    none, true = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(times):
        call()
    heard.clear()
    return [(none - sys.getrefcount(None)) / times, (true - sys.getrefcount(True)) / times]

report = {
    "emit": lost(lambda: sender.said.emit(True), 10_000),
    "events": lost(app.processEvents, 300),
    "text": lost(lambda: page.setPlainText("x"), 300),
    "repaint": lost(page.viewport().repaint, 300),
}
print(json.dumps(report), flush=True)
os._exit(0)
"""


def references_lost():
    """What each call lost of the references to None and to True, for one call; also goal G20 of ``make bench``."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if MORTAL else {}


def test_ten_thousand_signals_lose_no_reference_and_do_not_crash():
    lost = references_lost()

    assert {call: references for call, references in lost.items() if max(references) > 0.01} == {}
