"""Ways to talk to the bot. A channel draws replies; it decides nothing."""
