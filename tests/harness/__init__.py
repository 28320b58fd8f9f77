"""What tests and benchmarks start and use besides the code that they look at.

deployment  any program that serves, such as Rasa: started, awaited, ended by its own id
chat        the chat service, as a person would start it
site        what a browser visits: the service at an address that stays, a site of somebody else
redis       a Redis of its own
nginx       an nginx as the documents have it
folders     copies of the content
slowly_born the service, whose workers take long to be born
"""
