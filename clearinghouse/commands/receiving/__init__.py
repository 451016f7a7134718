"""Commands that receive records from elsewhere."""
