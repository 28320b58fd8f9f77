"""Start-up, latency and memory, as ratios to things that run beside them."""
