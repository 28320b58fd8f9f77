"""The chat in a real browser, against the running service."""
