"""On a real screen of X11 too, and with no network at all, everything works and asks for no other socket."""

import subprocess
import sys

import pytest

from tests.helpers.command import ROOT, surroundings
from tests.journeys.test_nothing_in_clear import LOCAL, PASSPHRASE, PATIENCE, WORD, sockets, without_network
from tests.torture.numbers import FULL, lacking, need


@pytest.mark.skipif(not FULL, reason="make torture walks through every page on X11; make test does so without a screen")
def test_on_x11_no_socket_is_made_but_local_ones(tmp_path):
    need("strace", "xvfb-run", "unshare")
    if not without_network():
        lacking("this system lets no test take the network away")
    log, home = tmp_path / "calls.log", tmp_path / "home"
    watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-o", str(log)]
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1024x24"]
    journey = [sys.executable, "-m", "tests.journeys.sweeper", str(tmp_path / "Journal")]
    done = subprocess.run(
        [*without_network(), *screen, *watch, *journey],
        input=f"{WORD}\n{PASSPHRASE}\n",
        cwd=ROOT,
        env=surroundings(home) | {"QT_QPA_PLATFORM": "xcb", "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf")},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("journey done")
    found = sockets(log)
    print(f"sockets of the journey on X11: {sorted(found)}")
    assert found <= LOCAL
    assert "AF_UNIX" in found, "the window was on a display"
