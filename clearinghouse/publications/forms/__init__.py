"""Forms: every way in for people who write no YAML: on a page, on GitHub, in a spreadsheet."""
