"""Exchange: how offers and requests are shown."""
