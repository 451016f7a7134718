"""Law: how the parts of a state's file on legislation are shown."""
