"""Translation: the texts of the interface, in the language in which a page is being made; records stay in their own."""
