"""The closed lists: states, audiences, topics, bodies, kinds. What is not here is a Problem in a record."""
