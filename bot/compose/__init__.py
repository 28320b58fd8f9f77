"""Puts decisions into words, all of which are the content's."""
