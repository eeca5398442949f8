"""The document as bytes: one file for each format, and how a file is written safely."""
