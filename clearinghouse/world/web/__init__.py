"""The web: other hosts are asked, politely and never those of a private network."""
