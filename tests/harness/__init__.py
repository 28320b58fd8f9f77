"""What tests and benchmarks start and use besides the code that they look at.

processes   a program that serves: started, awaited, ended by its own id
chat        the chat service, as a person would start it
rasa        a Rasa deployment: Rasa and our action server
redis       a Redis of its own
folders     copies of the content
"""
