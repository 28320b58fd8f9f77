"""The command line: the only part that prints, besides the channels."""
