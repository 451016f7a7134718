"""Problems of trade: what is counted of it."""
