"""Change: what differs between two states of a data folder, and what a change must not do."""
