"""The text of content files: quotes, blocks, and changes of one place that leave the rest alone."""
