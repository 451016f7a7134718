"""Years: what happened in each, by what is known today."""
