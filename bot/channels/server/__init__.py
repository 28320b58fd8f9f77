"""What servers of this project share: kept processes, bounded connections, logs without words.

listen       sockets that nobody else has
manager      gunicorn's: workers that die or hang are replaced, and stop gently
process      what surrounds an app in a worker: its numbers, its stop
edge         bounds on requests, for any ASGI app
connections  bounds on connections
logs         JSON lines without anything that a person wrote
"""
