"""The action server under load, beside a rasa-sdk server whose action only echoes."""
