"""What is measured in a process of its own: the program itself, and the yardstick beside it."""
