"""Sees to the system's own libraries and tools, which no Python package can bring.

Usage: ``python packaging/system_packages.py GROUP...`` with the groups ``qt`` (always), ``screen`` (a window on this
desktop), ``tests`` (a window on a virtual display, system calls seen, what leaves read by a browser and a reader of
PDF) and ``torture`` (the same, and disks to mount and pull out). What is missing is installed when run as root on
Debian or Ubuntu; elsewhere the exact command is named. Ends with status 1 if something is missing, except for
``tests``: those that need it skip and say why. So do the ones that need ``npm``, which is installed for nobody: Debian
brings hundreds of packages with it. Runs on any Python 3.11+ without anything installed.
"""

import argparse
import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the system must have.

    Attributes:
        name: A shared library as the loader asks for it, or a command.
        package: The Debian and Ubuntu package that holds it.
    """

    name: str
    package: str


QT = (
    Part("libEGL.so.1", "libegl1"),
    Part("libGL.so.1", "libgl1"),
    Part("libxkbcommon.so.0", "libxkbcommon0"),
    Part("libdbus-1.so.3", "libdbus-1-3"),
    Part("libfontconfig.so.1", "libfontconfig1"),
    Part("libfreetype.so.6", "libfreetype6"),
    Part("libglib-2.0.so.0", "libglib2.0-0"),
    Part("libz.so.1", "zlib1g"),
)
X11 = (
    Part("libX11-xcb.so.1", "libx11-xcb1"),
    Part("libxcb-cursor.so.0", "libxcb-cursor0"),
    Part("libxcb-icccm.so.4", "libxcb-icccm4"),
    Part("libxcb-image.so.0", "libxcb-image0"),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Part("libxcb-randr.so.0", "libxcb-randr0"),
    Part("libxcb-render-util.so.0", "libxcb-render-util0"),
    Part("libxcb-render.so.0", "libxcb-render0"),
    Part("libxcb-shape.so.0", "libxcb-shape0"),
    Part("libxcb-shm.so.0", "libxcb-shm0"),
    Part("libxcb-sync.so.1", "libxcb-sync1"),
    Part("libxcb-util.so.1", "libxcb-util1"),
    Part("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Part("libxcb-xkb.so.1", "libxcb-xkb1"),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
WAYLAND = (
    Part("libwayland-client.so.0", "libwayland-client0"),
    Part("libwayland-cursor.so.0", "libwayland-cursor0"),
    Part("libwayland-egl.so.1", "libwayland-egl1"),
)
TOOLS = (
    Part("Xvfb", "xvfb"),
    Part("chromium", "chromium"),
    Part("dbus-daemon", "dbus"),
    Part("pdftotext", "poppler-utils"),
    Part("strace", "strace"),
    Part("xauth", "xauth"),
)
TORTURE = (
    *TOOLS,
    Part("mkfs.ext4", "e2fsprogs"),
    Part("mount", "mount"),
    Part("unshare", "util-linux"),
)
DEBIAN = frozenset({"debian", "ubuntu"})


def loads(library: str) -> bool:
    """Say whether the loader finds and opens a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the libraries that do not load."""
    return tuple(part for part in parts if not loads(part.name))


def missing_tools(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the commands that are not on the path."""
    return tuple(part for part in parts if shutil.which(part.name) is None)


def missing_for_screen() -> tuple[Part, ...]:
    """Return what a window on this desktop lacks; Wayland needs its own libraries or those of X11, not both."""
    on_wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    if on_wayland and not missing_libraries(WAYLAND):
        return ()
    return missing_libraries(X11) if on_wayland or os.environ.get("DISPLAY") else ()


GROUPS: dict[str, Callable[[], tuple[Part, ...]]] = {
    "qt": lambda: missing_libraries(QT),
    "screen": missing_for_screen,
    "tests": lambda: missing_tools(TOOLS) + missing_libraries(X11),
    "torture": lambda: missing_tools(TORTURE) + missing_libraries(X11),
}


def family(os_release: str) -> frozenset[str]:
    """Return the ids a system gives itself and its relatives in ``os-release``."""
    values = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    return frozenset(" ".join(values.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split())


def this_system() -> frozenset[str]:
    """Return the ids of the system that runs this."""
    release = Path("/etc/os-release")
    return family(release.read_text(encoding="utf-8") if release.exists() else "")


def install_command(missing: Iterable[Part], systems: frozenset[str]) -> str:
    """Return the command, ready to paste, that installs what is missing on such a system."""
    missing = tuple(missing)
    if systems & DEBIAN:
        return "sudo apt-get install --no-install-recommends " + " ".join(part.package for part in missing)
    wanted = [f"{part.name}()(64bit)" if ".so" in part.name else f"/usr/bin/{part.name}" for part in missing]
    if systems & {"fedora", "rhel"}:
        return "sudo dnf install " + shlex.join(wanted)
    if systems & {"suse", "opensuse"}:
        return "sudo zypper install " + shlex.join(wanted)
    return "install the packages of your system that hold: " + " ".join(part.name for part in missing)


def install(missing: Iterable[Part]) -> None:
    """Install Debian packages; failures show up when the parts are looked for again."""
    packages = [part.package for part in missing]
    sys.stdout.write(f"Installing system packages: {' '.join(packages)}\n")
    sys.stdout.flush()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            sys.stdout.write(done.stderr)


def report(group: str) -> bool:
    """Say what a group still lacks and how to get it; return whether KAT Journal can do without."""
    missing = GROUPS[group]()
    if not missing:
        return True
    optional = group == "tests"
    reasons = {"tests": "Some tests are skipped without", "torture": "Proving everything needs"}
    reason = reasons.get(group, "KAT Journal needs")
    print(f"{reason} {', '.join(part.name for part in missing)}:\n  {install_command(missing, this_system())}")
    return optional


def main() -> int:
    """See to the groups named on the command line."""
    parser = argparse.ArgumentParser(description="check and install system libraries and tools")
    parser.add_argument("groups", nargs="+", choices=GROUPS)
    groups = parser.parse_args().groups
    if not sys.platform.startswith("linux"):
        return 0
    missing = [part for group in groups for part in GROUPS[group]()]
    if missing and os.geteuid() == 0 and this_system() & DEBIAN and shutil.which("apt-get"):
        install(missing)
    fine = [report(group) for group in groups]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
