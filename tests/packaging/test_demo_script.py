"""``packaging/demo.py`` runs the program that is installed, whatever lies in the current folder."""

import subprocess
import sys

from tests.helpers.command import ROOT, surroundings


def test_no_module_of_the_current_folder_is_run(tmp_path):
    place = tmp_path / "downloads"
    place.mkdir()
    for name in ("platformdirs", "msgspec", "argparse", "kat_journal"):
        (place / f"{name}.py").write_text("import pathlib\npathlib.Path('was-run').touch()\nraise SystemExit(9)\n")

    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "demo.py")],
        cwd=place,
        env=surroundings(tmp_path / "home"),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert not (place / "was-run").exists()
