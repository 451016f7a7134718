"""Feeds: what one can follow, what is new in it, and how readers write it (RSS, Atom, JSON Feed, OPML)."""
