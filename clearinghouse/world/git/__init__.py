"""Git: the states of a data folder at other revisions, and what has changed since."""
