"""How conversations go that nothing was learnt from."""
