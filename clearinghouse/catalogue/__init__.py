"""The catalogue: all records and their relations, and the questions that span several of them."""
