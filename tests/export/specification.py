"""The examples of the CommonMark specification, fetched by npm when a test asks, and kept nowhere."""

import re
import shutil
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = "commonmark-spec"

_FENCE = "`" * 32
_EXAMPLE = re.compile(rf"^{_FENCE} example\n(.*?)^\.\n.*?^{_FENCE}$", re.DOTALL | re.MULTILINE)


@cache
def examples():
    """Every example as it is typed, and why there is none; one of the two is empty."""
    if shutil.which("npm") is None:
        return (), "npm is not installed"
    with TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["npm", "pack", PACKAGE, "--silent", "--cache", f"{folder}/cache"],
                cwd=folder,
                capture_output=True,
                timeout=120,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            return (), f"npm could not fetch {PACKAGE}"
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            text = archive.extractfile("package/spec.txt").read().decode()
    return tuple(typed.replace("\u2192", "\t").removesuffix("\n") for typed in _EXAMPLE.findall(text)), ""
