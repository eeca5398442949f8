"""The program itself, driven by a script in a process of its own."""
