"""Keys: the types of values, the rules that they keep, and the closed lists that these rules name."""
