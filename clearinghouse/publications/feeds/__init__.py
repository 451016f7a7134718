"""Feeds: what is new, as readers take it: RSS, Atom, JSON Feed, OPML.

Others ask `feeds` for all of them and `feed_files` for a feed of their own, `autodiscovery` and `following` for what leads
to them, and `headlines` for a piece of news in words.
"""
