"""A Rasa project made of our content, and intents made of a Rasa project.

project     writes the project, and only over what it wrote
files       its files, as data
annotate    utterances with the subjects that they name
stories     scripted conversations as Rasa's test stories
dump        data as YAML, in Rasa's style
intake      a Rasa NLU file as stubs of intents
"""
