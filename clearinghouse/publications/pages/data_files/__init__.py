"""Pages of open data: what files there are, how they are read, and what each column says."""
