"""Collections: the types of records, one module for each collection."""
