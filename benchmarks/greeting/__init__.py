"""How long somebody on a slow network waits for the greeting of the chat."""
