"""Search: what is known of each page beside its words, and what helps a query on."""
