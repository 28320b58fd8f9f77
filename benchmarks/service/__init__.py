"""The chat service under load: throughput, latency, memory, and workers that die."""
