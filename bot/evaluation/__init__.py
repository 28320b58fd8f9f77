"""How well a content is understood, on lines that nothing was learnt from."""
