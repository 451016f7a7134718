"""Activities as pages, with what can be taken from them into a report."""
