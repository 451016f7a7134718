"""Files: bytes become text values with their places, or problems; and which file is which record.

Others use `folder` (what a data folder holds), `strict_yaml` (the content of a file), `context` (which files must be read),
`file_names`, `link_reports` and `syntax` (where a line ends, and what the parser could not read).
"""
