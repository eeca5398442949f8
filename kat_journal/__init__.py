"""KAT Journal: an encrypted, offline journal for people in ketamine-assisted therapy."""

__version__ = "0.1.0"
