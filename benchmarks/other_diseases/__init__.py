"""How often a question about another disease is answered as if about ours."""
