"""What no import contract can say, read from the syntax tree of every file of the package."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "kat_journal"
NETWORK = ("urllib.request", "urllib.error", "PySide6.QtNetwork", "http", "socket", "ssl", "asyncio")


def imported_names(source):
    """Every dotted name that a source imports or reaches by ``from``, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def network_imports(source):
    return [
        name for name in imported_names(source) if any(name == bad or name.startswith(f"{bad}.") for bad in NETWORK)
    ]


def test_no_file_of_the_package_imports_a_network_module():
    files = sorted(PACKAGE.rglob("*.py"))
    found = {path.relative_to(PACKAGE): network_imports(path.read_text(encoding="utf-8")) for path in files}

    assert files
    assert not {path: names for path, names in found.items() if names}


@pytest.mark.parametrize(
    "planted",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "def later():\n    import PySide6.QtNetwork as net",
        "import socket",
    ],
)
def test_each_spelling_of_a_network_import_is_seen(planted):
    assert network_imports(planted)


def test_parsing_an_address_is_not_a_network_import():
    assert not network_imports("from urllib.parse import quote\nimport socketlike")
