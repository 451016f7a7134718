"""The disk: data folders are read, and files and folders are written whole or not at all."""
