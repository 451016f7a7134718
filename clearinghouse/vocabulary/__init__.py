"""The closed lists: states, audiences, topics, bodies, kinds. What is not here is a Problem in a record.

Beside them, `nearest` says which word was most likely meant, for every "did you mean" there is.
"""
