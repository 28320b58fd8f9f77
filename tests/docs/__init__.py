"""The documents say what the code does.

python -m tests.docs     writes help, settings and answers into the documents again
"""
