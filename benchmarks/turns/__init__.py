"""Single turns of conversations by people of every kind, with what each part of them asks."""
