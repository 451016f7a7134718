"""The world: the disk, git, other hosts, browsers and the terminal, each behind one module."""
