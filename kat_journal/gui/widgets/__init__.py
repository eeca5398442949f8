"""Small widgets that every page is made of. They know nothing of journals."""
