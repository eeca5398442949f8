import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtCore import QObject, QCoreApplication
from kat_journal.gui.warming import Warming
application = QCoreApplication([])
warming = Warming(application)
warming.ended.connect(application.quit)
warming.start()
application.exec()
missing = {"kat_journal.gui." + name for name in ("workspace", "today", "runner", "write")} - set(sys.modules)
sys.exit(f"not loaded: {missing}" if missing else 0)
"""


def test_what_is_behind_the_unlock_page_is_loaded_while_the_passphrase_is_typed():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr
