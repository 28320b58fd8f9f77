"""The chat service: Rasa's REST channel, the widget and its front page, on Starlette.

serve        loads the bot once and starts the workers
app          routes, and what surrounds every request
webhook      from a request to a turn and back
"""
