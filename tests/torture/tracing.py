"""Watches one child of the worker from outside, and lets its system calls fail or kill it."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.torture.numbers import need
from tests.torture.worker import Told, Worker


def under_tracer(
    worker: Worker, log: Path, calls: Sequence[str], kind: str, folder: Path, *arguments: object, tracing: Sequence[str]
) -> Told:
    """Let a child do that, each of these calls of it written into the log from where it begins."""
    need("strace")
    tracer = None

    def watch(pid: int) -> None:
        nonlocal tracer
        command = ["strace", "-p", str(pid), "-y", "-e", f"trace={','.join(calls)}", *tracing, "-o", str(log)]
        tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        said = tracer.stderr.readline()
        assert "attached" in said, said
        os.kill(pid, signal.SIGCONT)

    told = worker.run(kind, folder, *arguments, stopped=watch)
    with tracer:
        tracer.stderr.read()
    return told
