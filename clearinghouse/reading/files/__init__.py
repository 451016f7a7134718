"""Files: bytes become text values with their places, or problems; and which file is which record."""
