"""Failure: the tool itself cannot go on, and one line says why and what to do."""


class Failure(Exception):
    """The message is one line for a person; the shell prints it to stderr as ``chm: MESSAGE`` and exits with status 2.

    What is wrong with a record is never a Failure: that is a Problem.
    """
