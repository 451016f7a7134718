"""Commands: one module for each command of `chm`: arguments are read, one call is made, and what came of it is printed."""
