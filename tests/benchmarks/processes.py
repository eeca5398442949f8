"""Scripts in processes of their own, started as an installed program is: with its bytecode compiled."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 300


@dataclass(frozen=True)
class Start:
    """A window that became usable.

    Attributes:
        ms: From starting the process.
        memory: What it held then, in KiB.
        modules: What was loaded by then.
    """

    ms: float
    memory: int
    modules: frozenset[str]


class Processes:
    """Starts scripts; what they write stays in one folder."""

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf"),
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "XDG_CONFIG_HOME": str(folder / "preferences"),
        }
        # A machine that tests may forbid bytecode; an installation never does, and without it every start is twice as
        # long. The first round of each script compiles, and is not counted.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(self, script: str, *arguments: str) -> str:
        """Everything that a script prints."""
        done = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{script}", *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=TIMEOUT,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{script} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, script: str, *arguments: str) -> Start:
        """Start a script that says when it is ready."""
        began = time.monotonic_ns()
        said = next(text for text in self.run(script, *arguments).splitlines() if text.startswith("READY "))
        _, instant, memory, modules = said.split(" ", 3)
        return Start((int(instant) - began) / 1e6, int(memory), frozenset(modules.split(",")))

    def numbers(self, script: str, *arguments: str) -> list[float]:
        """The numbers that a script prints on its last line."""
        return [float(number) for number in self.run(script, *arguments).splitlines()[-1].split()]
