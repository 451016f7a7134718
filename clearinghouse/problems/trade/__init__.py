"""Problems of trade: what is counted of it, and what states report of it."""
