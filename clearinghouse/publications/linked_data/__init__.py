"""What machines learn of a record: it comes in, and what it is in the words of schema.org leaves (JSON-LD 1.1)."""
