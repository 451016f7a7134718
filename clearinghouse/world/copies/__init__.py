"""Copies: the offline editions as files: archives, ZIM, PDF, and what older copies are made newer with."""
