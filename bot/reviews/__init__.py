"""Records of who has read which answer, when, and what it said then."""
