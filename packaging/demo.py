"""Makes a fictional journal and opens it; without a display, writes its summary and names the file.

Run by ``make demo`` with the Python of .venv. Each run makes a new journal in a new temporary folder.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

KAT_JOURNAL = (sys.executable, "-P", "-m", "kat_journal")  # -P: no module of the current folder is run instead


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_journal(folder: Path) -> str:
    """Make the fictional journal without a window and return its passphrase."""
    command = [*KAT_JOURNAL, "demo", str(folder), "--no-window"]
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    sys.stdout.write(made.stdout)
    label = "passphrase: "
    return next(line.removeprefix(label) for line in made.stdout.splitlines() if line.startswith(label))


def export(journal: Path, passphrase: str, target: Path) -> None:
    """Write the journal's summary; the passphrase goes through a pipe, as for any script."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(passphrase + "\n")
    command = [*KAT_JOURNAL, "--journal", str(journal), "export", "--passphrase-fd", str(reading), "-o", str(target)]
    try:
        subprocess.run(command, check=True, pass_fds=(reading,))
    finally:
        os.close(reading)


def main() -> int:
    """Show the demo in the way this machine allows."""
    folder = Path(tempfile.mkdtemp(prefix="kat-journal-demo-"))
    journal = folder / "journal"
    if has_display():
        return subprocess.run([*KAT_JOURNAL, "demo", str(journal)], check=False).returncode
    print("There is no display here, so no window opens. Writing the demo's summary instead.")
    try:
        passphrase = make_journal(journal)
        export(journal, passphrase, folder / "summary.md")
    except subprocess.CalledProcessError as error:
        return error.returncode
    print(f"summary: {folder / 'summary.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
