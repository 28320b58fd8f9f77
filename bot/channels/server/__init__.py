"""What servers of this project share: processes that are watched, drained and silent about people.

supervisor   binds the port, forks workers, revives them, stops them
worker       one process: an event loop that serves an app until it is told to stop
balance      spreads the connections evenly over the workers
logs         JSON lines without anything that a person wrote
"""
