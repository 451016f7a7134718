"""The clearing house: records that people write come in, publications that people and machines read go out.

The rooms form an hourglass; a room knows only what stands below it:

- ``commands``: one module per command.
- ``site`` and ``world``: the adapters to MkDocs and Pagefind, and to the disk, git, other hosts, browsers and the terminal.
  With the commands and the hooks of MkDocs, the only rooms that read the clock, the disk, the network or the environment,
  or print.
- ``reading`` and ``publications``: the way in and the way out, which do not know each other.
- ``catalogue``: all records, the relations between them, and questions across them.
- ``records``: one module per collection; records are frozen, typed, and answer questions about themselves.
- ``vocabulary`` and ``problems``: the closed lists of terms, and what an author must mend.

Nothing in here imports MkDocs but ``site``, and every output derives from the same catalogue.
"""

__version__ = "0.1.0"
