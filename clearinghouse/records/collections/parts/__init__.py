"""Parts: what records are made of that has no file of its own, too long to stand in the module of its collection."""
