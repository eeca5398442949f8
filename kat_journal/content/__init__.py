"""What the program says: packs of forms, advice, support pages and words, read from files and checked."""
