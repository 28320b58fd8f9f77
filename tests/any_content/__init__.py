"""Tests that hold for any content: ours, another one, or that of `pytest --content DIR`."""
