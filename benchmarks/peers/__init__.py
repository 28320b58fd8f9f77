"""NET Guide and Rasa Open Source side by side: the same intents, the same questions."""
