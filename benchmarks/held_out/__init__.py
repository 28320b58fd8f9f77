"""How well lines that were kept apart are understood."""
