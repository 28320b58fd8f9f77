"""From a message to a Reading: language and classifier together."""
