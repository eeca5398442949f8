"""Files of other programs, as the files of a pack. Knows neither the vault nor the window."""
