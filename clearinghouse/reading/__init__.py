"""Reading: the bytes of a data folder become typed records, or problems, all of them at once."""
