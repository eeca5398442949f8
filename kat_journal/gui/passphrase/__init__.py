"""A new passphrase: the widget that asks for one, on every page that does."""
