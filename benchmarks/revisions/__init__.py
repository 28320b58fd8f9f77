"""What a turn costs in this revision and in another one."""
