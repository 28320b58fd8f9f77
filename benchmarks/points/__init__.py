"""Whether the bot knows what its answers do not tell."""
