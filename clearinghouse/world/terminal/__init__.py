"""The terminal: answers that stand on the command line, and questions for those that do not."""
