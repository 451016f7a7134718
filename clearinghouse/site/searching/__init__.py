"""Searching: what the search reads of finished pages, and the index that Pagefind makes of it, part by part."""
