"""Offline editions: the finished site made fit for a disk without a server or a network; `edition` makes the whole and the packs."""
