"""Scripted conversations: written in YAML, run by `net-guide test` and by pytest."""
