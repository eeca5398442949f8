"""Lets ``python -m kat_journal`` do what the ``kat-journal`` command does."""

import sys

from kat_journal.cli import main

if __name__ == "__main__":
    sys.exit(main())
