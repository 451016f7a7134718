"""Quality: what measures a built site, and what takes pictures of it. Its tools for Node and Java have a lock of their own."""
