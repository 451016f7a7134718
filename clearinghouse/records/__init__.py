"""Records: one module per collection; frozen, typed, and able to answer questions about themselves."""
