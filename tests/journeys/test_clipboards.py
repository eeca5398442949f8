"""What was copied or marked, on a real X11 screen: there a program knows what on the clipboards is its own."""

import json
import shutil
import subprocess
import sys

import pytest

from kat_journal.storage.creating import create_vault
from tests.helpers.command import ROOT, surroundings
from tests.journeys.copier import WORDS

PASSPHRASE = "lantern harbour seven plum"


@pytest.fixture
def screen():
    """The name of a screen of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def test_locking_takes_back_what_was_copied_and_what_was_marked(screen, tmp_path, kdf):
    create_vault(tmp_path / "Journal", PASSPHRASE, kdf).close()
    environment = surroundings(tmp_path / "home") | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}

    ran = subprocess.run(
        [sys.executable, "-m", "tests.journeys.copier", str(tmp_path / "Journal"), PASSPHRASE],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    before, after = json.loads(ran.stdout)
    assert before == [WORDS, WORDS]
    assert after == ["", ""]
