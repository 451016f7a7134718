"""Exchange: which offers and requests are open, and what fits them."""
