"""The doors: the rooms that read the clock, the disk, the network and the environment, and that print. One module per command.

A module that is a command has a ``SUMMARY`` (one line, the same as in `shell`), a ``DESCRIPTION`` (help that teaches, with
examples), ``add_arguments(parser)`` and ``run(options)``, which returns the exit status: 0 done, 1 the records have
problems. When the tool itself cannot go on, it raises `failure.Failure`, which becomes status 2.
A module with ``PASSES_ON = True`` finds the arguments that it does not know in ``options.passed_on``.
"""
