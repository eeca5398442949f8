"""The window: views that show, presenters that decide. Reaches data only through services."""
