"""Missing system parts are named with the exact command that brings them."""

import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "system_packages.py"


@pytest.fixture(scope="module")
def script():
    # Not imported by name: the folder shares its name with a library that pytest itself uses.
    return runpy.run_path(str(SCRIPT))


@pytest.fixture
def missing(script):
    return (script["Part"]("libEGL.so.1", "libegl1"), script["Part"]("strace", "strace"))


def test_a_library_that_does_not_load_is_missing(script):
    part = script["Part"]("libnobody-has-this.so.99", "libnobody")

    assert script["missing_libraries"]((part,)) == (part,)


def test_a_command_that_is_not_on_the_path_is_missing(script):
    part = script["Part"]("nobody-has-this-command", "nobody")

    assert script["missing_tools"]((part,)) == (part,)


@pytest.mark.parametrize("group", ["TOOLS", "TORTURE"])
@pytest.mark.parametrize("named", [("chromium", "chromium"), ("pdftotext", "poppler-utils")])
def test_what_reads_a_saved_summary_is_brought_for_tests_and_asked_for_by_torture(script, group, named):
    assert script["Part"](*named) in script[group]


@pytest.mark.parametrize(
    ("os_release", "command"),
    [
        ("ID=debian\n", "sudo apt-get install --no-install-recommends libegl1 strace"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "sudo apt-get install --no-install-recommends libegl1 strace"),
        ("ID=fedora\n", "sudo dnf install 'libEGL.so.1()(64bit)' /usr/bin/strace"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "sudo zypper install 'libEGL.so.1()(64bit)' /usr/bin/strace"),
        ("ID=other\n", "install the packages of your system that hold: libEGL.so.1 strace"),
    ],
)
def test_the_command_fits_the_system(script, missing, os_release, command):
    assert script["install_command"](missing, script["family"](os_release)) == command


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_what_qt_needs_is_here_once_set_up_has_run(script):
    assert script["missing_libraries"](script["QT"]) == ()
