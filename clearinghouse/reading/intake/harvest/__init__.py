"""Harvest: what other sites publish becomes entries, and these become proposals of records. Strangers write it: nothing in it is trusted.

Others use `pages`, `agendas`, `feeds` and `records` (bytes become entries), `proposing` (entries become proposals) and
`account` (what came of it, in words). All is pure: whoever fetches the bytes stands outside.
"""
