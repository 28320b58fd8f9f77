"""Measures the classifier on public question sets that this project never trains on."""
