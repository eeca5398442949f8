"""Runs the real command, in this process or in one of its own, at home in a test's folder."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
from pathlib import Path

from kat_journal.services.demo import PASSPHRASE

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def surroundings(home, path=ROOT):
    """The environment of somebody whose home is that folder, without a display; the program is found at that path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return kept | places(home) | {"PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}


def places(home):
    """Where a program keeps things, all below that home."""
    kinds = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run"}
    found = {name: home / folder for name, folder in kinds.items()} | {"HOME": home, "TMPDIR": home / "tmp"}
    for folder in found.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(folder) for name, folder in found.items()}


def ran(home, *arguments, path=ROOT, cwd=None):
    """``kat-journal`` in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "kat_journal", *map(str, arguments)],
        env=surroundings(home, path),
        cwd=cwd or home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        start_new_session=True,
        check=False,
    )


def piped(words):
    """A file descriptor that the passphrase can be read from."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(words)
    return reading


def at_terminal(home, arguments, answers):
    """``kat-journal`` at a terminal, where each prompt gets the next answer; gives status and everything shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kat_journal", *map(str, arguments)]
    process = subprocess.Popen(
        command,
        env=surroundings(home),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    shown = ""
    waiting = list(answers)
    try:
        while select.select([ours], [], [], PATIENCE)[0] and (part := os.read(ours, 1024)):
            shown += part.decode()
            if waiting and shown.endswith(": "):
                os.write(ours, waiting.pop(0).encode())
    except OSError:  # the other end is closed: it has ended
        pass
    finally:
        os.close(ours)  # which hangs up on a command that still waits
    return process.wait(PATIENCE), shown


def export(folder, target, *more, passphrase=PASSPHRASE):
    """The arguments that export a journal, by default the demo's."""
    return ["--journal", folder, "export", *more, "-o", target, "--passphrase-fd", piped(passphrase + "\n")]
