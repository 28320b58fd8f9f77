"""The chat service: Rasa's REST channel, the widget and its front page, on Sanic.

supervisor   binds the port, forks workers, revives them, drains them
worker       one process: an event loop and the app
app          routes, and what every response carries
webhook      from a request to a turn and back
"""
