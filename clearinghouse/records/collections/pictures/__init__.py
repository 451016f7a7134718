"""Pictures: what records of several collections show."""
