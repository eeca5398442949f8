"""What a person can do with an open journal. Every call runs on the journal thread."""
