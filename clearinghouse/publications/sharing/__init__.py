"""Sharing: what a page says of itself in its head: to messengers that show a link to it, and to search engines and other machines."""
