"""The command ``kat-journal run`` as it is, until its unlock page is ready: unlock_window.py FOLDER."""

import sys
from typing import TYPE_CHECKING

from kat_journal import app, cli

if TYPE_CHECKING:
    from kat_journal.gui.main_window import MainWindow


class WatchedApp(app.App):
    """The program, whose window is watched."""

    def window(self, *parts: object) -> "MainWindow":
        from tests.benchmarks.ready import FirstPaint, say_ready_and_quit

        window = super().window(*parts)
        FirstPaint(window, say_ready_and_quit)
        return window


def main() -> int:
    """Run the command until the page is ready."""
    cli.App = WatchedApp
    return cli.main(["--journal", sys.argv[1], "run"])


if __name__ == "__main__":
    sys.exit(main())
