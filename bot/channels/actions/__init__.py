"""The action server: a Rasa deployment asks it what to say. The only place that imports rasa_sdk.

serve       binds the port and hands the bot to the workers
app         rasa-sdk's own server, hardened
admission   which requests get that far
answers     from Rasa's tracker to a turn and back
spans       what may be traced of it
"""
