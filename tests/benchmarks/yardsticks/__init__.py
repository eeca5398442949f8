"""What the program is measured against: the barest thing that does the same work."""
