"""The clearing house: records that people write come in, publications that people and machines read go out.

The rooms form an hourglass; a room knows only what stands below it:

- ``doors``: one module per command. With the hooks of MkDocs, the only room that reads the clock, the disk, the network
  or the environment, or prints.
- ``reading`` and ``publications``: the way in and the way out, which do not know each other.
- ``catalogue``: all records, the relations between them, and questions across them.
- ``records``: one module per collection; records are frozen, typed, and answer questions about themselves.
- ``vocabulary`` and ``problems``: the closed lists of terms, and what an author must mend.

Nothing in here imports MkDocs but a door, and every output derives from the same catalogue.
"""

__version__ = "0.1.0"
