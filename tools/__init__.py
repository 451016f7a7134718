"""Tools: what only the people who work on the code need. They are not part of the package."""
