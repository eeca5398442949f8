"""What the goals share while they are measured: one folder, journals that are made when first asked for."""

from functools import cached_property
from pathlib import Path

from kat_journal.storage.keys import KdfParameters, calibrate
from tests.benchmarks import corpus
from tests.benchmarks.processes import Processes

MANY, FEW = 100_000, 1_000


class Bench:
    """Lends journals and processes to the goals.

    Attributes:
        quick: Fewer rounds, for a look; the verdicts then mean little.
    """

    def __init__(self, folder: Path, *, quick: bool = False) -> None:
        self.folder = folder
        self.quick = quick
        self.processes = Processes(folder)

    def rounds(self, number: int) -> int:
        """So many rounds, or a few for a look."""
        return min(3, number) if self.quick else number

    @cached_property
    def kdf(self) -> KdfParameters:
        """What opening costs on this machine, as for a journal that a person makes here."""
        return calibrate()

    @cached_property
    def many(self) -> Path:
        """A journal of 100,000 answers; it opens at the list of everything written."""
        return corpus.make(self.folder / "many", MANY, self.kdf)

    @cached_property
    def few(self) -> Path:
        """The same with 1,000."""
        return corpus.make(self.folder / "few", FEW, self.kdf)

    @cached_property
    def page_in_many(self) -> Path:
        """100,000 answers; it opens in a page of 250 words."""
        return corpus.make(self.folder / "page-in-many", MANY, corpus.QUICK_KDF, page=250)

    def page(self, words: int) -> Path:
        """A small journal that opens in a page of so many words."""
        folder = self.folder / f"page-{words}"
        return folder if folder.exists() else corpus.make(folder, 10, corpus.QUICK_KDF, page=words)
