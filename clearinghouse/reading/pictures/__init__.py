"""Pictures: what the files of pictures hold."""
