"""Managers of processes, side by side, with the chat service under each."""
