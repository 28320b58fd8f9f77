"""What the dearest messages cost beside a usual question."""
