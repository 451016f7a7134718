"""Written: how a record is asked for, and how its file is written."""
