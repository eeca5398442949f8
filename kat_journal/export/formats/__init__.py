"""Formats that a summary can be saved in; a new one is a new file here, with NAME, SUFFIX and render."""
