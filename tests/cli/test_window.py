import subprocess
import sys

import pytest

from tests.helpers.command import ROOT, ran


@pytest.mark.parametrize("arguments", [[], ["run"], ["demo", "Made"]])
def test_without_a_display_the_window_is_refused_in_one_plain_line(tmp_path, arguments):
    done = ran(tmp_path / "home", *arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no display here, so the window cannot open.")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "Made").exists()


def test_the_commands_load_no_qt(home, journal, run):
    program = (
        "import sys\nfrom kat_journal.cli import main\nstatus = main(sys.argv[1:])\n"
        "sys.exit(status or any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, "self-check"], cwd=ROOT, check=False, capture_output=True)

    assert done.returncode == 0
