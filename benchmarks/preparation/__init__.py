"""What getting ready costs: the first time, and after each kind of edit."""
