#!/bin/sh
# Makes the private .venv: finds a Python, installs what requirements.lock names (by hash), then KAT Journal itself.
# Run by the Makefile whenever requirements.lock, pyproject.toml or this file is newer than the stamp.
#   PYTHON=... chooses the Python; nothing outside .venv changes, except Debian's python3-venv when run as root.
set -eu
cd "$(dirname "$0")/.."

bin=.venv/bin
case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) bin=.venv/Scripts ;; esac

right_version() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

can_make_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

find_python() { # prints the first fitting Python; one without venv only if there is no better
    bare=
    for name in ${PYTHON:-python3.13 python3.12 python3.14 python3.11 python3 python}; do
        right_version "$name" || continue
        if can_make_venv "$name"; then
            echo "$name"
            return
        fi
        [ -n "$bare" ] || bare=$name
    done
    echo "$bare"
}

add_venv_module() { # Debian and Ubuntu ship Python without it
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $package ..."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "$1 cannot make virtual environments. On Debian or Ubuntu, run this and try again:" >&2
        echo "  sudo apt-get install $package" >&2
        exit 1
    fi
}

python=$(find_python)
if [ -z "$python" ]; then
    echo "KAT Journal needs Python 3.11, 3.12, 3.13 or 3.14, and none was found${PYTHON:+ as \"$PYTHON\"}." >&2
    echo "Install one, or name it: make PYTHON=/path/to/python run" >&2
    exit 1
fi
can_make_venv "$python" || add_venv_module "$python"

if ! "$bin/python" -m pip --version >/dev/null 2>&1 || ! right_version "$bin/python"; then
    echo "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
fi

echo "Installing what requirements.lock names (the first time takes a minute or two) ..."
pip() {
    "$bin/python" -m pip --disable-pip-version-check --no-input --quiet "$@"
}
pip install --require-hashes --only-binary=:all: -r requirements.lock
pip install --no-deps --no-build-isolation --no-index --editable .
