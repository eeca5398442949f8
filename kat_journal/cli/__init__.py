"""The command line: for scripts, tests and people who prefer it. No Qt outside ``run``.

Help is English, like argparse's own words around it; every sentence about what happened is in the message catalogue.
"""

import sys
from collections.abc import Sequence

from kat_journal.cli.parser import parser
from kat_journal.cli.talk import REFUSED, refuse
from kat_journal.errors import KatJournalError
from kat_journal.hygiene import harden
from kat_journal.logs import install, report


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 done, 1 refused with one plain sentence on the standard error stream; wrong usage exits with 2.
    """
    harden()
    install()
    args = parser().parse_args(argv)
    try:
        return int(args.command(args))
    except KatJournalError as error:
        refuse(error)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    except Exception as error:  # noqa: BLE001 - the last resort of a command: one sentence, no person's words
        report(error)
        refuse(KatJournalError("unexpected"))
    return REFUSED
