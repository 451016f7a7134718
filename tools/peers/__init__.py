"""Peers: the same records made into sites by other generators, to hold our own against."""
